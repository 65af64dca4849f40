import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProcessIdentity, type ProcessIdentity } from './identity.ts';
import { openLogFile, readLastLines } from './logFile.ts';
import {
  DEFAULT_STOP_RULES,
  stopProcess,
  type StopRules,
} from './stopProcess.ts';

/**
 * How to run one program of the stack.
 *
 * @public
 */
export interface ProcessSpec {
  /** Also the name of its log file. */
  name: string;
  command: string;
  /** Visible to everyone on the machine (ps): no secrets, only paths to them. */
  args: string[];
  /** Added to this process's environment; undefined removes a variable. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  user?: { uid: number; gid: number };
  stop?: StopRules;
  /** Asked again and again until it says yes. Must not throw for "not yet". */
  isReady: () => Promise<boolean>;
  readyTimeoutMs: number;
}

/** @public */
export interface StartOptions {
  logDirectory: string;
  /** Called at once after the start, before the program is ready. */
  onSpawn?: (identity: ProcessIdentity) => void;
  signal?: AbortSignal;
}

/** How a program ended. @public */
export interface ExitStatus {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const READY_POLL_MS = 40;

/**
 * One running program: leads a process group of its own, logs to a file
 * (not to a pipe, so that it survives the end of whoever started it).
 *
 * @public
 */
export class ManagedProcess {
  readonly identity: ProcessIdentity;
  readonly exited: Promise<ExitStatus>;
  private readonly spec: ProcessSpec;

  private constructor(
    spec: ProcessSpec,
    identity: ProcessIdentity,
    exited: Promise<ExitStatus>,
  ) {
    this.spec = spec;
    this.identity = identity;
    this.exited = exited;
  }

  /**
   * Starts the program and waits until it is ready.
   *
   * @throws Error with the last lines of its log when it ends or is not ready in time
   */
  static async start(
    spec: ProcessSpec,
    options: StartOptions,
  ): Promise<ManagedProcess> {
    const logFile = join(options.logDirectory, `${spec.name}.log`);
    const child = spawnWithLog(spec, logFile);
    const exited = watchExit(child);
    const identity = await identify(spec, child, exited, logFile);
    options.onSpawn?.(identity);
    const managed = new ManagedProcess(spec, identity, exited);
    await managed.waitUntilReady(logFile, options.signal);
    return managed;
  }

  /** Asks the program to stop and waits until it is gone. */
  async stop(): Promise<void> {
    await stopProcess(this.identity, this.spec.stop ?? DEFAULT_STOP_RULES);
  }

  private async waitUntilReady(
    logFile: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    let exit: ExitStatus | undefined;
    void this.exited.then(status => {
      exit = status;
    });
    const deadline = Date.now() + this.spec.readyTimeoutMs;
    while (!(await this.spec.isReady())) {
      if (exit) {
        throw buildStartError(this.spec.name, describeExit(exit), logFile);
      }
      if (signal?.aborted || Date.now() > deadline) {
        await this.stop();
        signal?.throwIfAborted();
        const seconds = Math.round(this.spec.readyTimeoutMs / 1000);
        throw buildStartError(
          this.spec.name,
          `was not ready within ${seconds} s`,
          logFile,
        );
      }
      await sleep(READY_POLL_MS);
    }
  }
}

function spawnWithLog(spec: ProcessSpec, logFile: string): ChildProcess {
  const log = openLogFile(logFile);
  try {
    return spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      stdio: ['ignore', log, log],
      detached: true,
      ...spec.user,
    });
  } finally {
    closeSync(log);
  }
}

function watchExit(child: ChildProcess): Promise<ExitStatus> {
  return new Promise(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
}

async function identify(
  spec: ProcessSpec,
  child: ChildProcess,
  exited: Promise<ExitStatus>,
  logFile: string,
): Promise<ProcessIdentity> {
  const identity = child.pid ? readProcessIdentity(child.pid) : undefined;
  if (identity) {
    return identity;
  }
  throw buildStartError(
    spec.name,
    child.pid
      ? describeExit(await exited)
      : `could not be started: is ${spec.command} there and executable?`,
    logFile,
  );
}

/** @internal */
export function describeExit({ code, signal }: ExitStatus): string {
  return signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
}

function buildStartError(name: string, what: string, logFile: string): Error {
  const lines = readLastLines(logFile, 8).map(line => `    ${line}`);
  return new Error(
    [`${name} ${what}. Its log, ${logFile}, ends with:`, ...lines].join('\n'),
  );
}
