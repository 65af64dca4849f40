import { execFileSync } from 'node:child_process';
import { findPaths } from '@backstage/cli-common';

/**
 * Puts the documentation tools of this repository on the PATH, and installs
 * them first when they are not there.
 */
export function useDocsTools() {
  const original = process.env.PATH;
  beforeAll(() => {
    const { targetRoot } = findPaths(process.cwd());
    const bin = execFileSync(
      process.execPath,
      ['packages/local-stack/src/docsTools.ts'],
      { cwd: targetRoot, encoding: 'utf8', env: cleanEnvironment() },
    ).trim();
    process.env.PATH = `${bin}:${original}`;
  }, 300_000);
  afterAll(() => {
    process.env.PATH = original;
  });
}

/** Jest's options for Node are not for a program of its own. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_OPTIONS: '' };
}
