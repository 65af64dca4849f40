import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repositoryRoot } from '../../paths.ts';
import { runCommand } from '../../process/runCommand.ts';

/**
 * The API description of a project against the Dutch API Design Rules.
 *
 * @param file - of the description
 * @internal
 */
export async function checkOpenApiRules(file: string): Promise<string[]> {
  const require = createRequire(join(repositoryRoot, 'package.json'));
  const { exitCode, output } = await runCommand(process.execPath, [
    require.resolve('@stoplight/spectral-cli/dist/index.js'),
    'lint',
    '--quiet',
    '--ruleset',
    join(repositoryRoot, '.spectral.yaml'),
    '--fail-severity',
    'warn',
    file,
  ]);
  return exitCode === 0 ? [] : [output.trim()];
}
