import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, type StackPaths } from '../paths.ts';
import { hashFiles, Stamp } from './stamp.ts';
import { runYarn } from './yarn.ts';

const APP_DIRECTORY = join(repositoryRoot, 'packages/app');
const BUILT_INDEX = join(APP_DIRECTORY, 'dist/index.html');

/** Plugins whose code ends up in the browser. */
function listBrowserPlugins(): string[] {
  const plugins = join(repositoryRoot, 'plugins');
  return readdirSync(plugins)
    .map(name => join(plugins, name))
    .filter(directory => {
      const manifest = join(directory, 'package.json');
      if (!existsSync(manifest)) {
        return false;
      }
      const { backstage } = JSON.parse(readFileSync(manifest, 'utf8')) as {
        backstage?: { role?: string };
      };
      return /^(frontend|common|web)/.test(backstage?.role ?? '');
    });
}

function hashFrontend(): string {
  const shared = ['yarn.lock', 'package.json', 'app-config.yaml'];
  return hashFiles([
    APP_DIRECTORY,
    ...listBrowserPlugins(),
    ...shared.map(file => join(repositoryRoot, file)),
  ]);
}

/** @internal */
export function isFrontendBuilt(paths: StackPaths): boolean {
  return (
    existsSync(BUILT_INDEX) &&
    new Stamp(paths.stamps, 'frontend').matches(hashFrontend())
  );
}

/**
 * Builds what the browser loads, unless nothing changed since the last time.
 *
 * @throws Error with the last lines of the build
 * @internal
 */
export async function ensureFrontend(
  paths: StackPaths,
  signal?: AbortSignal,
): Promise<void> {
  if (isFrontendBuilt(paths)) {
    return;
  }
  const stamp = new Stamp(paths.stamps, 'frontend');
  const hash = hashFrontend();
  const logFile = join(paths.logs, 'frontend-build.log');
  stamp.clear();
  const { exitCode, output } = await runYarn(['workspace', 'app', 'build'], {
    logFile,
    signal,
  });
  signal?.throwIfAborted();
  if (exitCode !== 0) {
    const lines = output.trim().split('\n').slice(-12).join('\n');
    throw new Error(
      `The frontend was not built (all output: ${logFile}):\n${lines}`,
    );
  }
  stamp.set(hash);
}
