/**
 * The supervisor's own process: starts the stack, keeps it running, and stops
 * it on SIGTERM, or when the command that started it ends without having said
 * that it should go on.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allocatePorts } from '../network/ports.ts';
import { requireFreePort } from '../network/requireFreePort.ts';
import { buildStackPaths } from '../paths.ts';
import { readProcessIdentity } from '../process/identity.ts';
import { readStackState, StateWriter } from '../state/stackState.ts';
import type { StackEvent, SupervisorCommand } from './events.ts';
import { LocalStack } from './LocalStack.ts';
import { recoverOrphans } from './recoverOrphans.ts';
import { StackContext } from './StackContext.ts';
import { releaseSupervisorLock, takeSupervisorLock } from './SupervisorLock.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '7007' },
    mode: { type: 'string', default: 'portal' },
  },
});
const mode = values.mode === 'dev' ? 'dev' : 'portal';
const port = Number(values.port);
const portalUrl = `http://localhost:${port}`;
const paths = buildStackPaths(process.env.NERDS_HOME);
const stopRequested = new AbortController();
let detached = false;
let holdsLock = false;

function report(event: StackEvent): Promise<void> {
  return new Promise(resolve => {
    if (process.connected && process.send) {
      // The command may just have ended; its disconnect is handled on its own.
      process.send(event, undefined, undefined, () => resolve());
    } else {
      resolve();
    }
  });
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function prepare(): Promise<StackContext> {
  const self = readProcessIdentity(process.pid);
  if (!self || !takeSupervisorLock(paths.lock, self)) {
    throw new Error('Another ./nerds start is at work');
  }
  holdsLock = true;
  const left = readStackState(paths.state);
  const orphans = await recoverOrphans(left);
  if (orphans.length > 0) {
    void report({
      type: 'step',
      step: {
        title: `Stopped what an earlier start had left running: ${orphans.join(
          ', ',
        )}`,
        state: 'done',
      },
    });
  }
  await requireFreePort(port);
  const { ports } = await allocatePorts(paths.ports);
  return new StackContext({
    paths,
    ports,
    state: new StateWriter(paths.state, {
      supervisor: self,
      mode,
      phase: 'starting',
      portalUrl,
    }),
    signal: stopRequested.signal,
    reportStep: step => void report({ type: 'step', step }),
  });
}

async function stopEverything(
  context: StackContext,
  stack: LocalStack,
): Promise<void> {
  context.state.setPhase('stopping');
  await stack.stop();
  context.state.setPhase('stopped');
}

function listenForStop(): Promise<void> {
  return new Promise(resolve => {
    const stop = () => {
      stopRequested.abort();
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    // the terminal that it was started from is closed
    process.on('SIGHUP', () => detached || stop());
    process.on('disconnect', () => detached || stop());
    process.on('message', (command: SupervisorCommand) => {
      detached ||= command.type === 'detach';
    });
  });
}

async function run(): Promise<number> {
  const stopped = listenForStop();
  const context = await prepare();
  const stack = new LocalStack(context, { mode, portalUrl });
  try {
    await Promise.race([stack.start(), stopped]);
  } catch (error) {
    stopRequested.abort();
    await stopEverything(context, stack);
    throw error;
  }
  if (!stopRequested.signal.aborted) {
    context.state.setPhase('ready');
    void report({ type: 'ready', portalUrl });
    await stopped;
  }
  await stopEverything(context, stack);
  return 0;
}

mkdirSync(paths.home, { recursive: true });
void run()
  .catch(async error => {
    process.stderr.write(`${describeError(error)}\n`);
    await report({ type: 'failed', message: describeError(error) });
    return 1;
  })
  .then(code => {
    if (holdsLock) {
      releaseSupervisorLock(paths.lock);
    }
    process.exitCode = code;
    if (process.connected) {
      process.disconnect();
    }
  });
