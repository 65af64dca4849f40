import { join } from 'node:path';
import type { StackPaths } from '../paths.ts';
import { runCommand } from '../process/runCommand.ts';
import type { LocalizedText } from '../state/LocalizedText.ts';
import { GO_ENVIRONMENT } from './goToolchain.ts';

/** Why a program cannot be had, in the words of the person who must do something. @internal */
export class ProgramsUnavailableError extends Error {
  override name = 'ProgramsUnavailableError' as const;
  readonly localizedMessage: LocalizedText;

  constructor(localizedMessage: LocalizedText, detail = '') {
    super(`${localizedMessage.en}${detail}`);
    this.localizedMessage = localizedMessage;
  }
}

/** What to build, with what, and where. @internal */
export interface GoBuild {
  /** Path of `go`. */
  go: string;
  /** Directory of the module that pins the versions. */
  module: string;
  /** Of the program and of its file. */
  name: string;
  goPackage: string;
  linkerFlags: string;
  directory: string;
  /** Name of the log, without `.log`. */
  log: string;
  /** What a first build leaves in the caches of Go, in GB. */
  spaceGb: number;
}

/**
 * Makes a sentence of what `go` printed when it failed.
 *
 * @internal
 */
export function explainBuildFailure(
  build: Pick<GoBuild, 'name' | 'log' | 'spaceGb'>,
  output: string,
): ProgramsUnavailableError {
  const { name, log, spaceGb } = build;
  if (/no space left on device/.test(output)) {
    return new ProgramsUnavailableError({
      nl: `${name} is niet gebouwd: de schijf is vol. De eerste keer bouwen vraagt ongeveer ${spaceGb} GB.`,
      en: `${name} was not built: the disk is full. The first build needs about ${spaceGb} GB.`,
    });
  }
  if (
    /dial tcp|no such host|i\/o timeout|connection refused|network is unreachable/.test(
      output,
    )
  ) {
    return new ProgramsUnavailableError({
      nl: `${name} is niet gebouwd: de Go-modules konden niet worden opgehaald. Is er een netwerk?`,
      en: `${name} was not built: the Go modules could not be downloaded. Is there a network?`,
    });
  }
  const lines = output.trim().split('\n').slice(-5).join('\n');
  return new ProgramsUnavailableError(
    {
      nl: `${name} kon niet worden gebouwd; ./nerds logs ${log} toont waarom.`,
      en: `${name} could not be built; ./nerds logs ${log} shows why.`,
    },
    `\n${lines}`,
  );
}

/**
 * Builds one program.
 *
 * @throws {@link ProgramsUnavailableError} that says what to do
 * @internal
 */
export async function buildGoProgram(
  paths: StackPaths,
  build: GoBuild,
  signal?: AbortSignal,
): Promise<void> {
  const { exitCode, output } = await runCommand(
    // lowest priority: the portal and the person using it come first
    'nice',
    [
      ...['-n', '15', build.go, 'build', '-trimpath'],
      ...['-ldflags', build.linkerFlags],
      ...['-o', join(build.directory, build.name), build.goPackage],
    ],
    {
      cwd: build.module,
      env: GO_ENVIRONMENT,
      logFile: join(paths.logs, `${build.log}.log`),
      signal,
    },
  );
  signal?.throwIfAborted();
  if (exitCode !== 0) {
    throw explainBuildFailure(build, output);
  }
}

/**
 * Finds the source of a module that is among the pinned ones.
 *
 * @returns its directory, which nobody may write in
 * @throws {@link ProgramsUnavailableError} that says what to do
 * @internal
 */
export async function findModuleSource(
  build: GoBuild,
  goModule: string,
): Promise<string> {
  const { exitCode, stdout, output } = await runCommand(
    build.go,
    ['list', '-m', '-f', '{{.Dir}}', goModule],
    { cwd: build.module, env: GO_ENVIRONMENT },
  );
  if (exitCode !== 0) {
    throw explainBuildFailure(build, output);
  }
  return stdout.trim();
}
