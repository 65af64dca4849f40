import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.ts';

/** Go module that pins Gitea and everything in it. @internal */
export const FORGE_MODULE = join(repositoryRoot, 'packages/local-stack/forge');

/** Package of Gitea's program, and the module it is in. @internal */
export const FORGE_PACKAGE = 'code.gitea.io/gitea';

/** @internal */
export interface ForgeVersions {
  gitea: string;
  /** Oldest Go that builds the module. */
  go: string;
}

/**
 * Reads the pinned versions, without the leading `v`.
 *
 * @param goMod - text of go.mod
 * @internal
 */
export function parseForgeVersions(goMod: string): ForgeVersions {
  const find = (pattern: RegExp): string => {
    const version = pattern.exec(goMod)?.[1];
    if (!version) {
      throw new Error(`${FORGE_MODULE}/go.mod has no ${pattern.source}`);
    }
    return version;
  };
  return {
    gitea: find(/^\s*(?:require )?code\.gitea\.io\/gitea v(\S+)/m),
    go: find(/^go (\S+)/m),
  };
}

/** @internal */
export function readForgeVersions(): ForgeVersions {
  return parseForgeVersions(readFileSync(join(FORGE_MODULE, 'go.mod'), 'utf8'));
}

/** Without them Gitea says that its version is "development". @internal */
export function buildForgeLinkerFlags({ gitea }: ForgeVersions): string {
  return `-s -w -X main.Version=${gitea}`;
}

/**
 * Name of the cache entry: changes with anything that changes the program.
 *
 * @internal
 */
export function buildForgeCacheKey(): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(readFileSync(join(FORGE_MODULE, file)));
    hash.update('\0');
  }
  hash.update(buildForgeLinkerFlags(readForgeVersions()));
  return `${hash.digest('hex').slice(0, 16)}-${platform()}-${arch()}`;
}
