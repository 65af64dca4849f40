import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, type StackPaths } from '../paths.ts';
import { hashFiles, Stamp } from './stamp.ts';
import { runYarn } from './yarn.ts';

/** Yarn now and then crashes on a race of its own; a second run goes on where it was. */
const ATTEMPTS = 2;

function explainFailure(output: string, logFile: string): Error {
  if (/ENOSPC|no space left/.test(output)) {
    return new Error(
      'The packages were not installed: the disk is full. Free some 5 GB and start again.',
    );
  }
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|RequestError/.test(output)) {
    return new Error(
      'The packages were not installed: the package registry cannot be reached. Is there a network, or a proxy to set (HTTPS_PROXY)? Everything that was fetched is kept; start again when there is.',
    );
  }
  if (/YN0028/.test(output)) {
    return new Error(
      'The packages were not installed: yarn.lock does not fit the package.json files. Run "yarn install" to see and keep the difference.',
    );
  }
  const lines = output.trim().split('\n').slice(-8).join('\n');
  return new Error(
    `The packages were not installed (all output: ${logFile}):\n${lines}`,
  );
}

/**
 * Tells whether packages must be installed before anything else can run.
 *
 * @internal
 */
export function areDependenciesInstalled(paths: StackPaths): boolean {
  return (
    existsSync(join(repositoryRoot, 'node_modules', '.yarn-state.yml')) &&
    new Stamp(paths.stamps, 'dependencies').matches(hashDependencies())
  );
}

function hashDependencies(): string {
  const lock = ['yarn.lock', '.yarnrc.yml', 'package.json'].map(file =>
    join(repositoryRoot, file),
  );
  // natively built packages belong to one version of Node
  return `${hashFiles(lock)} ${process.version}`;
}

/**
 * Installs the packages exactly as locked.
 *
 * @throws Error with a sentence that says what to do
 * @internal
 */
export async function installDependencies(paths: StackPaths): Promise<void> {
  const logFile = join(paths.logs, 'install.log');
  const stamp = new Stamp(paths.stamps, 'dependencies');
  stamp.clear();
  for (let attempt = 1; ; attempt++) {
    const { exitCode, output } = await runYarn(['install', '--immutable'], {
      logFile,
    });
    if (exitCode === 0) {
      stamp.set(hashDependencies());
      return;
    }
    if (attempt === ATTEMPTS) {
      throw explainFailure(output, logFile);
    }
  }
}
