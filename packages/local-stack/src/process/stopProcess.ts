import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from './identity.ts';

/**
 * How a process wants to be stopped.
 *
 * @public
 */
export interface StopRules {
  /** First request, e.g. SIGINT for PostgreSQL's fast shutdown. */
  signal: NodeJS.Signals;
  /** After this long it is killed, together with what it started. */
  timeoutMs: number;
}

/** Used for everything that does not say otherwise. @internal */
export const DEFAULT_STOP_RULES: StopRules = {
  signal: 'SIGTERM',
  timeoutMs: 15_000,
};

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended between the check and the signal: what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

/**
 * Stops one process and waits until it is gone. A process that is not the one
 * recorded is left alone.
 *
 * @param identity - as recorded when it was started; it leads its own process group
 * @returns how it ended
 * @public
 */
export async function stopProcess(
  identity: ProcessIdentity,
  rules: StopRules = DEFAULT_STOP_RULES,
): Promise<'not-running' | 'stopped' | 'killed'> {
  if (!isRunning(identity)) {
    return 'not-running';
  }
  sendSignal(identity.pid, rules.signal);
  const deadline = Date.now() + rules.timeoutMs;
  while (Date.now() < deadline) {
    await sleep(25);
    if (!isRunning(identity)) {
      return 'stopped';
    }
  }
  sendSignal(-identity.pid, 'SIGKILL');
  while (isRunning(identity)) {
    await sleep(25);
  }
  return 'killed';
}
