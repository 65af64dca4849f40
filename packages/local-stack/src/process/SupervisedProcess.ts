import { setTimeout as sleep } from 'node:timers/promises';
import {
  describeExit,
  ManagedProcess,
  type ProcessSpec,
  type StartOptions,
} from './ManagedProcess.ts';
import type { ProcessIdentity } from './identity.ts';

/** @internal */
export interface SupervisedEvents {
  onSpawn: (identity: ProcessIdentity) => void;
  onRunning: () => void;
  /** It ended by itself, or could not be started again; told why. */
  onRestart: (reason: string) => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Having run this long, a program starts with the first wait again. */
const STABLE_AFTER_MS = 60_000;

/** Wait before the next start: doubles from half a second to half a minute. @internal */
export function computeBackoffMs(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
}

/**
 * A program that is started again whenever it ends without being asked to.
 *
 * @internal
 */
export class SupervisedProcess {
  private readonly spec: ProcessSpec;
  private readonly logDirectory: string;
  private readonly events: SupervisedEvents;
  private readonly startOnce: typeof ManagedProcess.start;
  private readonly stopRequested = new AbortController();
  private current: ManagedProcess | undefined;
  private starting: Promise<ManagedProcess> | undefined;
  private watching: Promise<void> = Promise.resolve();

  constructor(
    spec: ProcessSpec,
    options: {
      logDirectory: string;
      events: SupervisedEvents;
      /** For a program that needs more than one try; default a plain start. */
      start?: (
        spec: ProcessSpec,
        options: StartOptions,
      ) => Promise<ManagedProcess>;
    },
  ) {
    this.spec = spec;
    this.logDirectory = options.logDirectory;
    this.events = options.events;
    this.startOnce = options.start ?? ManagedProcess.start.bind(ManagedProcess);
  }

  get name(): string {
    return this.spec.name;
  }

  /** The first start; when it fails nothing is tried again. */
  async start(): Promise<void> {
    this.current = await this.startProcess();
    this.events.onRunning();
    this.watching = this.watch(this.current);
  }

  /** Stops the program, and any attempt to start it. */
  async stop(): Promise<void> {
    this.stopRequested.abort();
    // a start that is under way notices, and ends what it started
    await this.starting?.catch(() => {});
    await this.current?.stop();
    await this.watching;
  }

  private startProcess(): Promise<ManagedProcess> {
    this.starting = this.startOnce(this.spec, {
      logDirectory: this.logDirectory,
      onSpawn: this.events.onSpawn,
      signal: this.stopRequested.signal,
    });
    return this.starting;
  }

  private async watch(first: ManagedProcess): Promise<void> {
    const { signal } = this.stopRequested;
    let running = first;
    let failures = 0;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const exit = await running.exited;
      if (signal.aborted) {
        return;
      }
      failures = Date.now() - startedAt > STABLE_AFTER_MS ? 1 : failures + 1;
      const next = await this.startAgain(describeExit(exit), failures);
      if (!next) {
        return;
      }
      running = next.process;
      failures = next.failures;
    }
  }

  private async startAgain(
    reason: string,
    failuresBefore: number,
  ): Promise<{ process: ManagedProcess; failures: number } | undefined> {
    const { signal } = this.stopRequested;
    let failures = failuresBefore;
    this.events.onRestart(`${this.name} ${reason}`);
    while (!signal.aborted) {
      // rejects when a stop is asked for meanwhile; the loop ends then
      await sleep(computeBackoffMs(failures), undefined, { signal }).catch(
        () => {},
      );
      if (signal.aborted) {
        return undefined;
      }
      try {
        this.current = await this.startProcess();
        this.events.onRunning();
        return { process: this.current, failures };
      } catch (error) {
        failures += 1;
        this.events.onRestart(
          error instanceof Error ? error.message : String(error),
        );
      }
    }
    return undefined;
  }
}
