import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isAnswering } from '../network/httpRequest.ts';
import { repositoryRoot } from '../paths.ts';
import type { ProcessSpec } from '../process/ManagedProcess.ts';

const BACKEND_DIRECTORY = join(repositoryRoot, 'packages/backend');

/**
 * Version of Backstage that the portal is built on.
 *
 * @internal
 */
export function readPortalVersion(): string {
  const file = join(repositoryRoot, 'backstage.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as {
    version: string;
  };
  return `Backstage ${version}`;
}

/**
 * Says how to run the portal's backend from source, as `backstage-cli package
 * start` does, but once and in production mode. It serves the frontend too.
 *
 * @internal
 */
export function buildPortalProcess(
  portalUrl: string,
  environment: Record<string, string>,
): ProcessSpec {
  const require = createRequire(join(BACKEND_DIRECTORY, 'package.json'));
  return {
    name: 'portal',
    command: process.execPath,
    args: [
      '--enable-source-maps',
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
    ],
    cwd: BACKEND_DIRECTORY,
    env: {
      ...environment,
      NODE_ENV: 'production',
      NODE_OPTIONS: undefined,
      ESBK_TSCONFIG_PATH: join(repositoryRoot, 'tsconfig.json'),
    },
    // Its work ends within a second or two. What may hold it for a minute more
    // are idle long polls of the events bus, which nobody needs to wait for.
    stop: { signal: 'SIGTERM', timeoutMs: 8_000 },
    isReady: () =>
      isAnswering(new URL('/.backstage/health/v1/readiness', portalUrl)),
    readyTimeoutMs: 300_000,
  };
}
