import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { CliError } from '../console/CliError.ts';
import { printLine } from '../console/output.ts';
import { Progress } from '../console/Progress.ts';
import { requireForStart } from '../doctor/requireForStart.ts';
import {
  areDependenciesInstalled,
  installDependencies,
} from '../install/ensureDependencies.ts';
import { buildStackPaths, type StackPaths } from '../paths.ts';
import { requireFreePort } from '../network/requireFreePort.ts';
import {
  isSupervised,
  listRunning,
  readStackState,
} from '../state/stackState.ts';
import type { StackEvent } from '../supervisor/events.ts';
import { spawnSupervisor, waitWhile } from './supervisorProcess.ts';

const DEFAULT_PORT = 7007;

/** @internal */
export function parsePort(text: string | undefined): number {
  if (text === undefined) {
    return DEFAULT_PORT;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new CliError(
      `"${text}" is not a port: give a number from 1 to 65535`,
      2,
    );
  }
  return port;
}

function formatReadyLine(portalUrl: string): string {
  return `Portal ready at ${portalUrl}`;
}

/**
 * Deals with a stack that runs already.
 *
 * @returns true when there is nothing left to start
 */
async function joinRunningStack(
  paths: StackPaths,
  port: string | undefined,
): Promise<boolean> {
  const state = readStackState(paths.state);
  if (!isSupervised(state)) {
    return false;
  }
  if (state.phase === 'stopping') {
    printLine('The previous stack is still stopping.');
    await waitWhile(paths.state, 'stopping');
    return false;
  }
  if (port && !state.portalUrl.endsWith(`:${port}`)) {
    throw new CliError(
      `The portal already runs at ${state.portalUrl}. Run ./nerds stop first to use port ${port}.`,
    );
  }
  if (state.mode === 'dev') {
    throw new CliError(
      'The stack already runs for yarn start. End that first (Ctrl-C there, or ./nerds stop).',
    );
  }
  printLine('The portal is already running (./nerds status shows all of it).');
  const ready = await waitWhile(paths.state, 'starting');
  if (!ready) {
    throw new CliError('The other start failed; see ./nerds logs supervisor.');
  }
  printLine(formatReadyLine(ready.portalUrl));
  return true;
}

/** Before the long work: whatever else the supervisor finds, this is known now. */
async function requireUsablePort(paths: StackPaths, port: number) {
  const orphan = listRunning(readStackState(paths.state)).some(
    ({ component }) => component === 'portal',
  );
  // a portal that was left behind gives its port back when it is recovered
  if (!orphan) {
    await requireFreePort(port).catch(error => {
      throw new CliError((error as Error).message);
    });
  }
}

/**
 * Installs what is missing.
 *
 * @internal
 */
export async function prepareMachine(
  paths: StackPaths,
  progress: Progress,
): Promise<void> {
  const installed = areDependenciesInstalled(paths);
  requireForStart({ installed });
  if (!installed) {
    await progress
      .step('Packages (installed once, some minutes)', () =>
        installDependencies(paths),
      )
      .catch(error => {
        throw new CliError((error as Error).message);
      });
  }
}

/** Ctrl-C, a closed terminal and kill all mean: stop everything. */
function forwardStops(supervisor: ChildProcess, progress: Progress): void {
  let asked = false;
  const stop = () => {
    if (!asked) {
      asked = true;
      progress.print('Stopping …');
    }
    supervisor.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, stop);
  }
}

/**
 * Starts the supervisor and shows what it does until the stack is ready.
 *
 * @returns undefined when it was stopped before that
 * @internal
 */
export async function startSupervisor(
  supervisor: ChildProcess,
  progress: Progress,
): Promise<string | undefined> {
  forwardStops(supervisor, progress);
  return new Promise((resolve, reject) => {
    supervisor.on('message', (event: StackEvent) => {
      if (event.type === 'step') {
        progress.show(event.step);
      } else if (event.type === 'ready') {
        resolve(event.portalUrl);
      } else {
        reject(new CliError(event.message));
      }
    });
    // after the last message, which an exit may overtake
    supervisor.once('disconnect', () => resolve(undefined));
  });
}

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, detach: { type: 'boolean' } },
  });
  const port = parsePort(values.port);
  const paths = buildStackPaths(process.env.NERDS_HOME);
  if (await joinRunningStack(paths, values.port)) {
    return 0;
  }
  await requireUsablePort(paths, port);
  const progress = new Progress();
  try {
    await prepareMachine(paths, progress);
    const supervisor = spawnSupervisor(paths, { port, mode: 'portal' });
    const ended = once(supervisor, 'exit');
    const portalUrl = await startSupervisor(supervisor, progress);
    if (!portalUrl) {
      return 1;
    }
    if (values.detach) {
      await new Promise(resolve => {
        supervisor.send({ type: 'detach' }, resolve);
      });
      progress.close();
      supervisor.disconnect();
      supervisor.unref();
      printLine('./nerds stop stops everything; nothing is lost.');
      printLine(formatReadyLine(portalUrl));
      // the signal handlers above must not reach a stack that goes on by itself
      process.exit(0);
    }
    progress.print('Ctrl-C stops everything; nothing is lost.');
    progress.print(formatReadyLine(portalUrl));
    await ended;
    return 0;
  } finally {
    progress.close();
  }
}
