import { existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BuildCache, linkTree } from '../go/buildCache.ts';
import {
  buildGoProgram,
  findModuleSource,
  ProgramsUnavailableError,
} from '../go/buildGoProgram.ts';
import { findGoToolchain } from '../go/goToolchain.ts';
import type { StackPaths } from '../paths.ts';
import { buildStylesheets } from './buildStylesheets.ts';
import {
  buildForgeCacheKey,
  buildForgeLinkerFlags,
  FORGE_MODULE,
  FORGE_PACKAGE,
  readForgeVersions,
} from './versions.ts';

const PROGRAM = 'gitea';

/** What Gitea reads beside its program: its pages and texts. */
const STATIC_FOLDERS = ['templates', 'options', 'public'];

/** @internal */
export interface ForgeProgram {
  command: string;
  /** Gitea's STATIC_ROOT_PATH. */
  staticRoot: string;
}

function toProgram(directory: string): ForgeProgram {
  return {
    command: join(directory, PROGRAM),
    staticRoot: join(directory, 'static'),
  };
}

function openCache(paths: StackPaths): BuildCache {
  return new BuildCache(paths, 'forge', buildForgeCacheKey());
}

/**
 * Looks for a forge that was built earlier, in this clone or another one.
 *
 * @returns undefined when it must be built
 * @internal
 */
export function findForgeProgram(paths: StackPaths): ForgeProgram | undefined {
  const cache = openCache(paths);
  return cache.isBuilt() ? toProgram(cache.directory) : undefined;
}

function hasGit(): boolean {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some(directory => existsSync(join(directory, 'git')));
}

function requireTools(): string {
  if (!hasGit()) {
    throw new ProgramsUnavailableError({
      nl: 'De lokale forge heeft git nodig. Installeer git en start opnieuw.',
      en: 'The local forge needs git. Install git and start again.',
    });
  }
  const minimum = readForgeVersions().go;
  const go = findGoToolchain(minimum);
  if (!go.usable) {
    throw new ProgramsUnavailableError({
      nl: `De lokale forge (Gitea) kan hier niet worden gebouwd: Go ${minimum} of nieuwer is nodig. Installeer Go en start opnieuw, of stel een eigen GitLab, GitHub of Gitea in.`,
      en: `The local forge (Gitea) cannot be built here: ${go.reason}. Install Go and start again, or configure a GitLab, GitHub or Gitea of your own.`,
    });
  }
  return go.command;
}

/**
 * Finds or builds the forge.
 *
 * @param options - `onBuild` is told when it has to be built
 * @throws {@link ProgramsUnavailableError} when it cannot be built on this machine
 * @internal
 */
export async function ensureForgeProgram(
  paths: StackPaths,
  options: { onBuild?: () => void; signal?: AbortSignal } = {},
): Promise<ForgeProgram> {
  const found = findForgeProgram(paths);
  if (found) {
    return found;
  }
  const go = requireTools();
  options.onBuild?.();
  const cache = openCache(paths);
  const build = {
    go,
    module: FORGE_MODULE,
    name: PROGRAM,
    goPackage: FORGE_PACKAGE,
    linkerFlags: buildForgeLinkerFlags(readForgeVersions()),
    directory: cache.begin(),
    log: 'forge-build',
    spaceGb: 4,
  };
  await buildGoProgram(paths, build, options.signal);
  const source = await findModuleSource(build, FORGE_PACKAGE);
  const { staticRoot } = toProgram(build.directory);
  rmSync(staticRoot, { recursive: true, force: true });
  for (const folder of STATIC_FOLDERS) {
    linkTree(join(source, folder), join(staticRoot, folder));
  }
  buildStylesheets(source, join(staticRoot, 'public/assets'));
  cache.complete();
  return toProgram(cache.directory);
}
