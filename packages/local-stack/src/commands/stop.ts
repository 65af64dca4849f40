import { parseArgs } from 'node:util';
import { printLine } from '../console/output.ts';
import { Progress } from '../console/Progress.ts';
import { buildStackPaths } from '../paths.ts';
import {
  isSupervised,
  listRunning,
  readStackState,
} from '../state/stackState.ts';
import { stopStack } from './supervisorProcess.ts';

/** @internal */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const paths = buildStackPaths(process.env.NERDS_HOME);
  const state = readStackState(paths.state);
  if (!isSupervised(state) && listRunning(state).length === 0) {
    printLine('Nothing is running.');
    return 0;
  }
  const progress = new Progress();
  try {
    const stopped = await progress.step('Stopping', () => stopStack(paths));
    progress.print(`Stopped: ${stopped.join(', ') || 'the supervisor'}.`);
  } finally {
    progress.close();
  }
  return 0;
}
