import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runYarn } from '../install/yarn.ts';
import { repositoryRoot, type StackPaths } from '../paths.ts';
import {
  runCommand,
  type CommandOptions,
  type CommandResult,
} from '../process/runCommand.ts';
import { failedBecause, PASSED, type StepResult } from './results.ts';

const SHOWN_OUTPUT_LINES = 60;

/**
 * What a step of `./nerds test` works with.
 *
 * @internal
 */
export class TestContext {
  readonly paths: StackPaths;
  private readonly directory: string;
  /** Says how far a long step is. */
  readonly progress: (detail: string) => void;

  constructor(paths: StackPaths, progress: (detail: string) => void) {
    this.paths = paths;
    this.progress = progress;
    this.directory = join(paths.home, 'test-results');
    mkdirSync(this.directory, { recursive: true });
  }

  /** Path of a report; one of an earlier run is removed. */
  reportFile(name: string): string {
    const file = join(this.directory, name);
    rmSync(file, { force: true });
    return file;
  }

  /** Runs a command; its output goes to the log of the step. */
  run(
    step: string,
    command: string,
    args: string[],
    options: CommandOptions = {},
  ): Promise<CommandResult> {
    return runCommand(command, args, {
      cwd: repositoryRoot,
      logFile: join(this.paths.logs, `test-${step}.log`),
      ...options,
      env: { CI: 'true', FORCE_COLOR: '0', ...options.env },
    });
  }

  /** Runs a script or program of the repository through Yarn. */
  yarn(
    step: string,
    args: string[],
    options: CommandOptions = {},
  ): Promise<CommandResult> {
    return runYarn(args, {
      logFile: join(this.paths.logs, `test-${step}.log`),
      ...options,
      env: { CI: 'true', FORCE_COLOR: '0', ...options.env },
    });
  }

  /** A check that is either good or not counts as one test. */
  toOneTest({ exitCode, output }: CommandResult): StepResult {
    return exitCode === 0 ? PASSED : failedBecause(lastLines(output));
  }

  /**
   * Numbers out of a report. A run that ends badly without a failed test in its
   * report (it crashed, say) counts as one failure.
   */
  toCounts(
    { exitCode, output }: CommandResult,
    reportFile: string,
    parse: (text: string) => StepResult,
  ): StepResult {
    if (!existsSync(reportFile)) {
      return failedBecause(`no report was written:\n${lastLines(output)}`);
    }
    const result = parse(readFileSync(reportFile, 'utf8'));
    if (exitCode === 0) {
      return result;
    }
    return {
      ...result,
      failed: Math.max(1, result.failed),
      notes: [...result.notes, lastLines(output)],
    };
  }
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-SHOWN_OUTPUT_LINES).join('\n');
}
