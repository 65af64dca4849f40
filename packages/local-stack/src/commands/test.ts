import { parseArgs } from 'node:util';
import { CliError } from '../console/CliError.ts';
import { Progress } from '../console/Progress.ts';
import { buildStackPaths } from '../paths.ts';
import {
  addResults,
  failedBecause,
  formatSummary,
  type StepResult,
} from '../test-runner/results.ts';
import { TestContext } from '../test-runner/TestContext.ts';
import { prepareMachine } from './start.ts';

interface TestStep {
  name: string;
  title: string;
  load: () => Promise<(context: TestContext) => Promise<StepResult>>;
}

// Quick answers first. Loaded one by one: packages may have to be installed before.
const STEPS: TestStep[] = [
  {
    name: 'types',
    title: 'Types',
    load: async () =>
      (await import('../test-runner/steps/staticChecks.ts')).checkTypes,
  },
  {
    name: 'lint',
    title: 'Lint',
    load: async () =>
      (await import('../test-runner/steps/staticChecks.ts')).checkLint,
  },
  {
    name: 'format',
    title: 'Format',
    load: async () =>
      (await import('../test-runner/steps/staticChecks.ts')).checkFormat,
  },
  {
    name: 'openapi',
    title: 'API descriptions',
    load: async () =>
      (await import('../test-runner/steps/staticChecks.ts')).checkOpenApi,
  },
  {
    name: 'unit',
    title: 'Unit tests',
    load: async () =>
      (await import('../test-runner/steps/codeTests.ts')).runUnitTests,
  },
  {
    name: 'integration',
    title: 'Integration tests',
    load: async () =>
      (await import('../test-runner/steps/codeTests.ts')).runIntegrationTests,
  },
  {
    name: 'keycloak',
    title: 'Sign-in with Keycloak',
    load: async () =>
      (await import('../keycloak/runKeycloakTests.ts')).runKeycloakTests,
  },
  {
    name: 'templates',
    title: 'Projects that templates make',
    load: async () =>
      (await import('../test-runner/steps/generatedProjects.ts')).testTemplates,
  },
  {
    name: 'e2e',
    title: 'Journeys in the browser',
    load: async () =>
      (await import('../test-runner/steps/browserJourneys.ts'))
        .runBrowserJourneys,
  },
  {
    name: 'audit',
    title: 'Audit of dependencies',
    load: async () =>
      (await import('../test-runner/steps/auditDependencies.ts'))
        .auditDependencies,
  },
];

function selectSteps(only: string[]): TestStep[] {
  const unknown = only.find(name => !STEPS.some(step => step.name === name));
  if (unknown !== undefined) {
    const names = STEPS.map(({ name }) => name).join(', ');
    throw new CliError(`There is no step "${unknown}". Steps: ${names}`, 2);
  }
  return only.length > 0
    ? STEPS.filter(({ name }) => only.includes(name))
    : STEPS;
}

async function runStep(
  step: TestStep,
  progress: Progress,
): Promise<StepResult> {
  const { title } = step;
  const context = new TestContext(buildStackPaths(), detail =>
    progress.show({ title, state: 'running', detail }),
  );
  progress.show({ title, state: 'running' });
  const work = await step.load();
  const result = await work(context).catch(error =>
    failedBecause(error instanceof Error ? String(error.stack) : String(error)),
  );
  const { passed, failed, skipped } = result;
  progress.show({
    title,
    state: failed > 0 ? 'failed' : 'done',
    detail: `${passed} passed, ${failed} failed, ${skipped} skipped`,
  });
  for (const note of result.notes) {
    progress.print(note.replace(/^/gm, '    '));
  }
  if (failed > 0) {
    progress.print(`    all output: .nerds/logs/test-${step.name}.log`);
  }
  return result;
}

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { only: { type: 'string', multiple: true } },
    allowPositionals: true,
  });
  if (positionals.length > 0 && !values.only) {
    throw new CliError('Usage: ./nerds test [--only <step>...]', 2);
  }
  // `--only unit lint`, `--only unit --only lint` and `--only unit,lint` are the same
  const only = [...(values.only ?? []), ...positionals].flatMap(names =>
    names.split(','),
  );
  const steps = selectSteps(only);
  const progress = new Progress();
  const results: StepResult[] = [];
  try {
    await prepareMachine(buildStackPaths(), progress);
    for (const step of steps) {
      results.push(await runStep(step, progress));
    }
  } finally {
    progress.close();
  }
  const sum = addResults(results);
  process.stdout.write(`${formatSummary(sum)}\n`);
  return sum.failed > 0 ? 1 : 0;
}
