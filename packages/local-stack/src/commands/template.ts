import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CliError } from '../console/CliError.ts';
import { printLine } from '../console/output.ts';
import { Progress } from '../console/Progress.ts';
import { findChromium } from '../doctor/checks.ts';
import { buildStackPaths, type StackPaths } from '../paths.ts';
import { isSupervised, readStackState } from '../state/stackState.ts';
import type { ClusterAccess } from '../templates/checks/freeTierNamespace.ts';
import type { CheckResult } from '../templates/CheckResult.ts';
import { prepareMachine } from './start.ts';

const USAGE = 'Usage: ./nerds template test <folder> [--keep]';

/** The cluster of the stack that runs now, if one does. */
function findCluster(paths: StackPaths): ClusterAccess | undefined {
  const state = readStackState(paths.state);
  const isRunning =
    isSupervised(state) &&
    state.components.some(
      ({ component, state: condition }) =>
        component === 'kube-apiserver' && condition === 'running',
    );
  const kubectl = join(paths.bin, 'kubectl');
  return isRunning && existsSync(kubectl)
    ? { kubectl, kubeconfig: paths.adminKubeconfig }
    : undefined;
}

function show(progress: Progress, { name, outcome, detail }: CheckResult) {
  if (outcome === 'skipped') {
    progress.show({ title: name, state: 'done', detail: `skipped: ${detail}` });
    return;
  }
  const failed = outcome === 'failed';
  progress.show({ title: name, state: failed ? 'failed' : 'done' });
  if (failed && detail) {
    progress.print(detail.replace(/^/gm, '    '));
  }
}

async function testOne(directory: string, keep: boolean): Promise<number> {
  const paths = buildStackPaths(process.env.NERDS_HOME);
  const progress = new Progress();
  try {
    await prepareMachine(paths, progress);
    const { TemplateRenderer } = await import(
      '../templates/TemplateRenderer.ts'
    );
    const { testTemplate } = await import('../templates/testTemplate.ts');
    const { findContainerEngine } = await import(
      '../templates/image/containerEngine.ts'
    );
    const { readTemplateTest } = await import(
      '../templates/TemplateTestFile.ts'
    );
    // what is wrong with it is better known before anything starts
    readTemplateTest(directory);
    const renderer = await progress.step('scaffolder', () =>
      TemplateRenderer.start(paths.logs),
    );
    try {
      const results = await testTemplate(directory, {
        renderer,
        cluster: findCluster(paths),
        chromium: findChromium(),
        engine: await findContainerEngine(),
        logFile: join(paths.logs, 'template-test.log'),
        keep,
        onStart: title => progress.show({ title, state: 'running' }),
        onResult: result => show(progress, result),
        onNote: note => progress.print(`  ${note}`),
      });
      const count = (outcome: CheckResult['outcome']) =>
        results.filter(result => result.outcome === outcome).length;
      progress.close();
      printLine(
        `checks: ${count('passed')} passed, ${count('failed')} failed, ${count(
          'skipped',
        )} skipped`,
      );
      return count('failed') > 0 ? 1 : 0;
    } finally {
      await renderer.stop();
    }
  } finally {
    progress.close();
  }
}

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { keep: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [verb, directory, ...rest] = positionals;
  if (verb !== 'test' || !directory || rest.length > 0) {
    throw new CliError(USAGE, 2);
  }
  return testOne(resolve(directory), values.keep);
}
