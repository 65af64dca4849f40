import { stripVTControlCharacters } from 'node:util';
import { runCommand } from '../../process/runCommand.ts';
import type { CheckResult } from '../CheckResult.ts';
import type { TemplateTest } from '../TemplateTestFile.ts';
import { buildProjectEnvironment } from './environment.ts';

const SHOWN_LINES = 30;

/**
 * Runs the commands of a project in order; after one that fails the others
 * would only repeat what is wrong.
 *
 * @returns whether all went well
 * @internal
 */
export async function runCommands(
  commands: TemplateTest['commands'],
  options: {
    directory: string;
    logFile: string;
    onStart: (name: string) => void;
    onResult: (result: CheckResult) => void;
  },
): Promise<boolean> {
  for (const { name, run } of commands) {
    options.onStart(name);
    const { exitCode, output } = await runCommand('sh', ['-c', run], {
      cwd: options.directory,
      logFile: options.logFile,
      env: buildProjectEnvironment(process.env),
    });
    if (exitCode !== 0) {
      // some colour what they say, whatever they are told
      const text = stripVTControlCharacters(output);
      const lines = text.trimEnd().split('\n').slice(-SHOWN_LINES);
      options.onResult({
        name,
        outcome: 'failed',
        detail: `${run} ended with ${exitCode}:\n${lines.join('\n')}`,
      });
      return false;
    }
    options.onResult({ name, outcome: 'passed' });
  }
  return true;
}
