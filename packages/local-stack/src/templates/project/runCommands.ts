import { stripVTControlCharacters } from 'node:util';
import { runCommand } from '../../process/runCommand.ts';
import { toResult, type CheckResult } from '../CheckResult.ts';
import type { TemplateTest } from '../TemplateTestFile.ts';
import { buildProjectEnvironment } from './environment.ts';
import { toCommand } from './pipelineJob.ts';

const SHOWN_LINES = 30;

/** What is run in a project, as one check. @internal */
export interface ProjectCommand {
  name: string;
  run: string;
  /** What runs it. Default: `sh -c`. */
  shell?: string[];
  environment?: Record<string, string>;
}

interface ProjectRun {
  directory: string;
  logFile: string;
  onStart: (name: string) => void;
  onResult: (result: CheckResult) => void;
}

async function runOne(
  { name, run, shell = ['sh', '-c'], environment }: ProjectCommand,
  { directory, logFile }: ProjectRun,
): Promise<CheckResult> {
  const [program, ...args] = shell;
  const { exitCode, output } = await runCommand(program, [...args, run], {
    cwd: directory,
    logFile,
    env: buildProjectEnvironment(process.env, environment),
  });
  if (exitCode === 0) {
    return toResult(name, []);
  }
  // some colour what they say, whatever they are told
  const text = stripVTControlCharacters(output);
  const lines = text.trimEnd().split('\n').slice(-SHOWN_LINES);
  return toResult(name, [`${run} ended with ${exitCode}:`, ...lines]);
}

/**
 * Runs the commands of a project and then the jobs of its pipeline, in order;
 * after one that fails the others would only repeat what is wrong.
 *
 * @returns whether all went well
 * @internal
 */
export async function runCommands(
  { commands, jobs }: Pick<TemplateTest, 'commands' | 'jobs'>,
  options: ProjectRun,
): Promise<boolean> {
  const all = [
    ...commands.map(command => ({
      name: command.name,
      prepare: async (): Promise<ProjectCommand> => command,
    })),
    ...jobs.map(job => ({
      name: `job ${job}`,
      prepare: () => toCommand(options.directory, job),
    })),
  ];
  for (const { name, prepare } of all) {
    options.onStart(name);
    const result = await prepare().then(
      command => runOne(command, options),
      (error: Error) => toResult(name, [error.message]),
    );
    options.onResult(result);
    if (result.outcome === 'failed') {
      return false;
    }
  }
  return true;
}
