import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StackPaths } from '../paths.ts';
import { stopProcess } from '../process/stopProcess.ts';
import { openLogFile } from '../process/logFile.ts';
import {
  isSupervised,
  listRunning,
  readStackState,
  type StackState,
} from '../state/stackState.ts';

/** PostgreSQL may need half a minute, kube-apiserver twenty seconds, one after the other. */
const STOP_TIMEOUT_MS = 120_000;
const POLL_MS = 50;

/**
 * Starts the supervisor in a session of its own, with a channel to talk over.
 *
 * @param environment - added to this process's; undefined removes a variable
 * @internal
 */
export function spawnSupervisor(
  paths: StackPaths,
  options: { port: number; mode: StackState['mode'] },
  environment: Record<string, string | undefined> = {},
): ChildProcess {
  const log = openLogFile(join(paths.logs, 'supervisor.log'));
  try {
    return spawn(
      process.execPath,
      [
        join(import.meta.dirname, '../supervisor/main.ts'),
        '--port',
        String(options.port),
        '--mode',
        options.mode,
      ],
      {
        stdio: ['ignore', log, log, 'ipc'],
        detached: true,
        env: { ...process.env, ...environment },
      },
    );
  } finally {
    closeSync(log);
  }
}

/**
 * Waits until a supervisor is past a phase.
 *
 * @returns the state then; undefined when the supervisor ended meanwhile
 * @internal
 */
export async function waitWhile(
  path: string,
  phase: StackState['phase'],
): Promise<StackState | undefined> {
  for (;;) {
    const state = readStackState(path);
    if (!isSupervised(state)) {
      return undefined;
    }
    if (state.phase !== phase) {
      return state;
    }
    await sleep(POLL_MS);
  }
}

/**
 * Stops the stack, whoever looks after it.
 *
 * @returns names of the components that were running
 * @internal
 */
export async function stopStack(paths: StackPaths): Promise<string[]> {
  const state = readStackState(paths.state);
  const running = listRunning(state).map(({ component }) => component);
  if (isSupervised(state)) {
    await stopProcess(state.supervisor, {
      signal: 'SIGTERM',
      timeoutMs: STOP_TIMEOUT_MS,
    });
  }
  // normally none: the supervisor was killed, now or earlier
  const { recoverOrphans } = await import('../supervisor/recoverOrphans.ts');
  await recoverOrphans(readStackState(paths.state));
  return running;
}
