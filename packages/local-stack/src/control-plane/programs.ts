import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildCache } from '../go/buildCache.ts';
import {
  buildGoProgram,
  findModuleSource,
  ProgramsUnavailableError,
  type GoBuild,
} from '../go/buildGoProgram.ts';
import { findGoToolchain } from '../go/goToolchain.ts';
import type { StackPaths } from '../paths.ts';
import {
  buildCacheKey,
  buildLinkerFlags,
  CONTROL_PLANE_MODULE,
  PROGRAMS,
  readVersions,
  type ProgramName,
} from './versions.ts';

/** Rules by which KWOK lets nodes and pods live, from the KWOK module itself. */
const STAGES_FILE = 'kwok-stages.yaml';
const STAGE_SOURCES = [
  'kustomize/stage/node/fast/node-initialize.yaml',
  'kustomize/stage/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
  'kustomize/stage/pod/fast/pod-ready.yaml',
  'kustomize/stage/pod/fast/pod-complete.yaml',
  'kustomize/stage/pod/fast/pod-delete.yaml',
];

/** Paths of the programs of the control plane. @internal */
export interface ControlPlanePrograms {
  directory: string;
  stages: string;
  path(name: ProgramName): string;
}

/** Told before each program is built. @internal */
export interface BuildProgress {
  program: ProgramName;
  number: number;
  total: number;
}

function toPrograms(directory: string): ControlPlanePrograms {
  return {
    directory,
    stages: join(directory, STAGES_FILE),
    path: name => join(directory, name),
  };
}

function openCache(paths: StackPaths): BuildCache {
  return new BuildCache(paths, 'control-plane', buildCacheKey());
}

/**
 * Looks for programs that were built earlier, in this clone or another one.
 *
 * @returns undefined when they must be built
 * @internal
 */
export function findPrograms(
  paths: StackPaths,
): ControlPlanePrograms | undefined {
  const cache = openCache(paths);
  return cache.isBuilt() ? toPrograms(cache.directory) : undefined;
}

function requireGo(): string {
  const minimum = readVersions().go;
  const go = findGoToolchain(minimum);
  if (!go.usable) {
    throw new ProgramsUnavailableError({
      nl: `Kubernetes kan hier niet worden gebouwd: Go ${minimum} of nieuwer is nodig. Installeer Go, of zet NERDS_HOST_KUBECONFIG op een cluster dat u al hebt, en start opnieuw.`,
      en: `Kubernetes cannot be built here: ${go.reason}. Install Go from your system's packages or go.dev/dl, or set NERDS_HOST_KUBECONFIG to a cluster that you have, and start again.`,
    });
  }
  return go.command;
}

async function writeStages(build: GoBuild): Promise<void> {
  const source = await findModuleSource(
    { ...build, name: 'KWOK' },
    'sigs.k8s.io/kwok',
  );
  const stages = STAGE_SOURCES.map(file =>
    readFileSync(join(source, file), 'utf8'),
  );
  writeFileSync(join(build.directory, STAGES_FILE), stages.join('---\n'));
}

/**
 * Finds or builds the programs of the control plane.
 *
 * @param options - `onProgress` is told before each program
 * @throws {@link ProgramsUnavailableError} when they cannot be built on this machine
 * @internal
 */
export async function ensurePrograms(
  paths: StackPaths,
  options: {
    onProgress?: (progress: BuildProgress) => void;
    signal?: AbortSignal;
  } = {},
): Promise<ControlPlanePrograms> {
  const found = findPrograms(paths);
  if (found) {
    return found;
  }
  const go = requireGo();
  const cache = openCache(paths);
  const common = {
    go,
    module: CONTROL_PLANE_MODULE,
    linkerFlags: buildLinkerFlags(readVersions()),
    directory: cache.begin(),
    log: 'control-plane-build',
    spaceGb: 8,
  };
  for (const [index, { name, goPackage }] of PROGRAMS.entries()) {
    options.onProgress?.({
      program: name,
      number: index + 1,
      total: PROGRAMS.length,
    });
    await buildGoProgram(paths, { ...common, name, goPackage }, options.signal);
  }
  await writeStages({ ...common, name: 'KWOK', goPackage: '' });
  cache.complete();
  return toPrograms(cache.directory);
}
