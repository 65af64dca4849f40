import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/runCommand.ts';
import type { StackPaths } from '../paths.ts';
import type { LocalizedText } from '../state/LocalizedText.ts';
import { findGoToolchain, GO_ENVIRONMENT } from './goToolchain.ts';
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

/** Why there can be no control plane, in the words of the person who must do something. @internal */
export class ProgramsUnavailableError extends Error {
  override name = 'ProgramsUnavailableError' as const;
  readonly localizedMessage: LocalizedText;

  constructor(localizedMessage: LocalizedText, detail = '') {
    super(`${localizedMessage.en}${detail}`);
    this.localizedMessage = localizedMessage;
  }
}

function toPrograms(directory: string): ControlPlanePrograms {
  return {
    directory,
    stages: join(directory, STAGES_FILE),
    path: name => join(directory, name),
  };
}

/** Shared by all clones of one user, so that a fresh clone is fast. */
function buildUserCacheDirectory(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'nerds', 'control-plane', buildCacheKey());
}

/** Links where possible (one file system), copies otherwise; complete or not at all. */
function copyComplete(source: string, target: string): void {
  if (existsSync(target)) {
    return;
  }
  const partial = `${target}.${process.pid}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const file of readdirSync(source)) {
    try {
      linkSync(join(source, file), join(partial, file));
    } catch {
      cpSync(join(source, file), join(partial, file));
    }
  }
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw error;
    }
  }
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
  const directory = join(paths.cache, 'control-plane', buildCacheKey());
  const userCache = buildUserCacheDirectory();
  if (!existsSync(directory) && existsSync(userCache)) {
    copyComplete(userCache, directory);
  }
  return existsSync(directory) ? toPrograms(directory) : undefined;
}

function explainFailure(program: string, output: string): Error {
  if (/no space left on device/.test(output)) {
    return new ProgramsUnavailableError({
      nl: `${program} is niet gebouwd: de schijf is vol. De eerste keer bouwen vraagt ongeveer 8 GB.`,
      en: `${program} was not built: the disk is full. The first build needs about 8 GB.`,
    });
  }
  if (
    /dial tcp|no such host|i\/o timeout|connection refused|network is unreachable/.test(
      output,
    )
  ) {
    return new ProgramsUnavailableError({
      nl: `${program} is niet gebouwd: de Go-modules konden niet worden opgehaald. Is er een netwerk?`,
      en: `${program} was not built: the Go modules could not be downloaded. Is there a network?`,
    });
  }
  const lines = output.trim().split('\n').slice(-5).join('\n');
  return new ProgramsUnavailableError(
    {
      nl: `${program} kon niet worden gebouwd; ./nerds logs control-plane-build toont waarom.`,
      en: `${program} could not be built; ./nerds logs control-plane-build shows why.`,
    },
    `\n${lines}`,
  );
}

async function writeStages(go: string, directory: string): Promise<void> {
  const { exitCode, stdout, output } = await runCommand(
    go,
    ['list', '-m', '-f', '{{.Dir}}', 'sigs.k8s.io/kwok'],
    { cwd: CONTROL_PLANE_MODULE, env: GO_ENVIRONMENT },
  );
  if (exitCode !== 0) {
    throw explainFailure('KWOK', output);
  }
  const stages = STAGE_SOURCES.map(source =>
    readFileSync(join(stdout.trim(), source), 'utf8'),
  );
  writeFileSync(join(directory, STAGES_FILE), stages.join('---\n'));
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
  const go = findGoToolchain();
  if (!go.usable) {
    throw new ProgramsUnavailableError({
      nl: `Kubernetes kan hier niet worden gebouwd: Go ${
        readVersions().go
      } of nieuwer is nodig. Installeer Go, of zet NERDS_HOST_KUBECONFIG op een cluster dat u al hebt, en start opnieuw.`,
      en: `Kubernetes cannot be built here: ${go.reason}. Install Go from your system's packages or go.dev/dl, or set NERDS_HOST_KUBECONFIG to a cluster that you have, and start again.`,
    });
  }
  const target = join(paths.cache, 'control-plane', buildCacheKey());
  const partial = `${target}.building`;
  mkdirSync(partial, { recursive: true });
  for (const [index, program] of PROGRAMS.entries()) {
    options.onProgress?.({
      program: program.name,
      number: index + 1,
      total: PROGRAMS.length,
    });
    const flags = ['-trimpath', '-ldflags', buildLinkerFlags(readVersions())];
    const { exitCode, output } = await runCommand(
      // lowest priority: the portal and the person using it come first
      'nice',
      [
        '-n',
        '15',
        go.command,
        'build',
        ...flags,
        '-o',
        join(partial, program.name),
        program.goPackage,
      ],
      {
        cwd: CONTROL_PLANE_MODULE,
        env: GO_ENVIRONMENT,
        logFile: join(paths.logs, 'control-plane-build.log'),
        signal: options.signal,
      },
    );
    options.signal?.throwIfAborted();
    if (exitCode !== 0) {
      throw explainFailure(program.name, output);
    }
  }
  await writeStages(go.command, partial);
  renameSync(partial, target);
  copyComplete(target, buildUserCacheDirectory());
  return toPrograms(target);
}
