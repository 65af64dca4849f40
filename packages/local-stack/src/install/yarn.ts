import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.ts';
import { runCommand, type CommandOptions } from '../process/runCommand.ts';

function findYarn(): string {
  const configuration = readFileSync(
    join(repositoryRoot, '.yarnrc.yml'),
    'utf8',
  );
  const path = /^yarnPath: (\S+)$/m.exec(configuration)?.[1];
  if (!path) {
    throw new Error('.yarnrc.yml does not say where Yarn is (yarnPath)');
  }
  return join(repositoryRoot, path);
}

/**
 * Runs the Yarn that is kept in the repository.
 *
 * @internal
 */
export function runYarn(args: string[], options: CommandOptions = {}) {
  return runCommand(process.execPath, [findYarn(), ...args], {
    cwd: repositoryRoot,
    ...options,
  });
}
