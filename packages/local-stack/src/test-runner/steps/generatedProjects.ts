import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ensurePrograms } from '../../control-plane/programs.ts';
import { ProgramsUnavailableError } from '../../go/buildGoProgram.ts';
import { repositoryRoot } from '../../paths.ts';
import { startTestStack, type TestStack } from '../../startTestStack.ts';
import type { CheckResult } from '../../templates/CheckResult.ts';
import { findEngineIfAsked } from '../../templates/image/containerEngine.ts';
import { TemplateRenderer } from '../../templates/TemplateRenderer.ts';
import { TEST_FILE } from '../../templates/TemplateTestFile.ts';
import { testTemplate } from '../../templates/testTemplate.ts';
import {
  addResults,
  failedBecause,
  lacking,
  PASSED,
  skippedBecause,
  type StepResult,
} from '../results.ts';
import type { TestContext } from '../TestContext.ts';
import { ensureChromium } from './browserJourneys.ts';

const STEP = 'templates';

/** Templates that make a project; others only do something in the portal. */
function listTemplates(): string[] {
  return globSync('templates/*/content', { cwd: repositoryRoot })
    .map(content => join(repositoryRoot, dirname(content)))
    .sort();
}

function toStepResult(
  template: string,
  { name, outcome, detail, dispensable }: CheckResult,
): StepResult {
  if (outcome === 'passed') {
    return PASSED;
  }
  const reason = `${template}, ${name}: ${detail}`;
  if (outcome === 'skipped' && dispensable) {
    return skippedBecause(reason);
  }
  // nobody sees in CI that a check was never made
  return outcome === 'skipped' ? lacking(reason) : failedBecause(reason);
}

async function startCluster(
  context: TestContext,
): Promise<TestStack | undefined> {
  try {
    await ensurePrograms(context.paths, {
      onProgress: ({ program, number, total }) =>
        context.progress(`building ${program}, ${number} of ${total}`),
    });
  } catch (error) {
    if (error instanceof ProgramsUnavailableError) {
      return undefined; // each check that needs it says that it was skipped
    }
    throw error;
  }
  return startTestStack();
}

async function testAll(
  context: TestContext,
  tools: { stack: TestStack | undefined; renderer: TemplateRenderer },
): Promise<StepResult[]> {
  const { stack, renderer } = tools;
  const chromium = await ensureChromium(context);
  const engine = await findEngineIfAsked();
  const results: StepResult[] = [];
  for (const directory of listTemplates()) {
    const template = basename(directory);
    if (!existsSync(join(directory, TEST_FILE))) {
      results.push(failedBecause(`${template} has no ${TEST_FILE}`));
      continue;
    }
    context.progress(template);
    const checks = await testTemplate(directory, {
      renderer,
      chromium,
      engine,
      cluster: stack && {
        kubectl: stack.kubectl,
        kubeconfig: stack.adminKubeconfig,
      },
      logFile: join(context.paths.logs, `test-${STEP}.log`),
      keep: false,
      onStart: () => {},
      onResult: () => {},
      onNote: () => {},
    }).catch((error: Error): CheckResult[] => [
      { name: TEST_FILE, outcome: 'failed', detail: error.message },
    ]);
    results.push(...checks.map(check => toStepResult(template, check)));
  }
  return results;
}

/**
 * Every template: what comes out complies, builds, runs, and is admitted to a
 * free-tier cluster. One check of one template counts as one test.
 *
 * @internal
 */
export async function testTemplates(context: TestContext): Promise<StepResult> {
  const stack = await startCluster(context);
  try {
    const renderer = await TemplateRenderer.start(context.paths.logs);
    try {
      return addResults(await testAll(context, { stack, renderer }));
    } finally {
      await renderer.stop();
    }
  } finally {
    await stack?.stop();
  }
}
