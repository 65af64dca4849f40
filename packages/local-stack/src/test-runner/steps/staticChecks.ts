import { globSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../paths.ts';
import type { StepResult } from '../results.ts';
import type { TestContext } from '../TestContext.ts';

/** @internal */
export async function checkTypes(context: TestContext): Promise<StepResult> {
  return context.toOneTest(await context.yarn('types', ['tsc']));
}

/** @internal */
export async function checkLint(context: TestContext): Promise<StepResult> {
  const packages = await context.yarn('lint', [
    'backstage-cli',
    'repo',
    'lint',
    '--max-warnings',
    '0',
  ]);
  // what is in no package; ESLint itself comes with the Backstage CLI
  const rest = await context.run('lint', process.execPath, [
    join(repositoryRoot, 'node_modules/eslint/bin/eslint.js'),
    '--max-warnings',
    '0',
    '--ext',
    '.ts',
    'e2e-tests',
    'benchmarks',
    'playwright.config.ts',
  ]);
  return context.toOneTest(packages.exitCode === 0 ? rest : packages);
}

/** @internal */
export async function checkFormat(context: TestContext): Promise<StepResult> {
  return context.toOneTest(
    await context.yarn('format', ['prettier', '--check', '.']),
  );
}

/** Our own HTTP APIs against the Dutch API Design Rules. @internal */
export async function checkOpenApi(context: TestContext): Promise<StepResult> {
  const documents = globSync('plugins/*/openapi/openapi.yaml', {
    cwd: repositoryRoot,
  });
  return context.toOneTest(
    await context.yarn('openapi', [
      'spectral',
      'lint',
      '--ruleset',
      '.spectral.yaml',
      '--fail-severity',
      'warn',
      ...documents,
    ]),
  );
}
