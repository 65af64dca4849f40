import type {
  ClusterConditionType,
  LocalizedText,
} from '@nerds/plugin-free-tier-common';
import type {
  ClusterClaim,
  ClusterWorkQueue,
  ProgressOptions,
} from '../database/ClusterWorkQueue';
import type { ClusterEnvironment } from '../domain/ClusterEnvironment';
import type { ClusterChanges, ClusterRecord } from '../domain/ClusterRecord';
import { toConditionsWith } from '../domain/conditions';
import type { StepResult } from '../domain/StepResult';
import type { HostCluster } from '../kubernetes/HostCluster';
import {
  requireHostCluster,
  type HostClusters,
} from '../services/requireHostCluster';
import { toClusterEnvironment } from '../services/toClusterEnvironment';

/** First and longest wait between two looks at the host cluster, in milliseconds. */
const FIRST_LOOK_MS = 10;
const LONGEST_LOOK_MS = 250;

/** From here on people are told what is waited for, in milliseconds. */
const TELL_AFTER_MS = 1000;

/** After this a wait goes on in a later pass, so that a slow cluster holds no place, in milliseconds. */
const DEFAULT_PATIENCE_MS = 5000;

/** The claim is lost, another thing is wanted by now, or the portal stops. */
export class PassInterruptedError extends Error {}

/** Why a pass ends without having come to its goal. */
export class StillWaitingError extends Error {
  constructor(
    readonly reason: string,
    readonly localizedMessage: LocalizedText,
  ) {
    super(reason);
  }
}

/** @internal */
export interface ClusterPassOptions {
  claim: ClusterClaim;
  cluster: ClusterRecord;
  queue: ClusterWorkQueue;
  hostClusters: HostClusters;
  leaseMs: number;
  now: () => Date;
}

type SaveOptions = Omit<ProgressOptions, 'now'>;

/**
 * One stretch of work on one cluster, under one claim.
 *
 * @remarks
 * Writing progress and the next call to Kubernetes go on at the same time:
 * {@link ClusterPass.save} only queues the write, and the next step or
 * {@link ClusterPass.flush} finds out how it went. That is safe because nobody
 * else works on the cluster as long as the claim is held, and because every
 * step may be done twice: after a crash in between, the next pass does the
 * unwritten step again. What must be known to be written, is flushed.
 *
 * @internal
 */
export class ClusterPass {
  readonly now: () => Date;
  readonly #claim: ClusterClaim;
  readonly #queue: ClusterWorkQueue;
  readonly #hostClusters: HostClusters;
  readonly #leaseMs: number;
  readonly #interruption = new AbortController();
  #cluster: ClusterRecord;
  #written: Promise<unknown> = Promise.resolve();
  #interruptNap: (() => void) | undefined;

  constructor(options: ClusterPassOptions) {
    this.#claim = options.claim;
    this.#cluster = options.cluster;
    this.#queue = options.queue;
    this.#hostClusters = options.hostClusters;
    this.#leaseMs = options.leaseMs;
    this.now = options.now;
  }

  /** As it will be once everything queued is written. */
  get cluster(): ClusterRecord {
    return this.#cluster;
  }

  /** What the steps on the host cluster are given. */
  get env(): ClusterEnvironment {
    return toClusterEnvironment(this.#cluster);
  }

  /** @throws HostClusterUnavailableError when its region is not configured */
  get hostCluster(): HostCluster {
    return requireHostCluster(this.#hostClusters, this.#cluster.region);
  }

  /** Ends the pass at the next moment that it is between two things. */
  interrupt(): void {
    this.#interruption.abort();
    this.#interruptNap?.();
  }

  /** Cuts a wait short, to find out at once whether another thing is wanted. */
  nudge(): void {
    this.#interruptNap?.();
  }

  /**
   * Does a step, after which the writes that were queued before it are known to
   * be good.
   */
  async step<T>(work: () => Promise<T>): Promise<T> {
    this.#requireUninterrupted();
    // Both are waited for, also when the write went wrong: the claim must not
    // be given back while a call to Kubernetes is under way, or a delete could
    // find nothing to delete just before that call makes it.
    const [result, written] = await Promise.allSettled([work(), this.#written]);
    if (written.status === 'rejected') throw written.reason;
    if (result.status === 'rejected') throw result.reason;
    this.#requireUninterrupted();
    return result.value;
  }

  /** Keeps the claim; a claim that is lost ends the pass. */
  async keepClaim(): Promise<void> {
    if (!(await this.#queue.extendClaim(this.#claim, this.#leaseMs))) {
      this.interrupt();
    }
  }

  /** Gives the claim back without a word, for whoever comes next. */
  async release(): Promise<void> {
    await this.#queue.releaseClaim(this.#claim);
  }

  /** Queues a change; see {@link ClusterPass.flush}. */
  save(changes: ClusterChanges, options: SaveOptions = {}): void {
    this.#cluster = toChanged(this.#cluster, changes);
    const before = this.#written;
    this.#written = before.then(async () => {
      const isWritten = await this.#queue.saveProgress(this.#claim, changes, {
        ...options,
        now: this.now(),
      });
      if (!isWritten) throw new PassInterruptedError();
    });
    // Found out at the next step or flush; until then it must not count as unhandled.
    this.#written.catch(() => {});
  }

  /** Waits until everything queued is written. */
  async flush(): Promise<void> {
    await this.#written;
  }

  /**
   * Asks until a step has come true: at first after milliseconds, later less often.
   *
   * @throws StillWaitingError when it takes so long that a later pass has to go on
   */
  async waitUntil(
    condition: ClusterConditionType | undefined,
    check: () => Promise<StepResult>,
    patienceMs: number = DEFAULT_PATIENCE_MS,
  ): Promise<void> {
    const startedMs = Date.now();
    let lookMs = FIRST_LOOK_MS;
    let isTold = false;
    for (;;) {
      const result = await this.step(check);
      if (result.done) return;
      const waitedMs = Date.now() - startedMs;
      if (waitedMs > patienceMs) {
        throw new StillWaitingError(result.reason, result.message);
      }
      if (waitedMs > TELL_AFTER_MS && !isTold) {
        this.saveWaiting(condition, result.reason, result.message);
        isTold = true;
      }
      await this.#nap(lookMs);
      lookMs = Math.min(lookMs * 2, LONGEST_LOOK_MS);
    }
  }

  /** Tells people what is waited for. */
  saveWaiting(
    condition: ClusterConditionType | undefined,
    reason: string,
    message: LocalizedText,
    options: SaveOptions & { changes?: ClusterChanges } = {},
  ): void {
    const { changes, ...saveOptions } = options;
    this.save(
      {
        reason,
        message,
        ...(condition && {
          conditions: toConditionsWith(
            this.#cluster.conditions,
            { type: condition, status: 'False', reason, message },
            this.now(),
          ),
        }),
        ...changes,
      },
      saveOptions,
    );
  }

  #requireUninterrupted(): void {
    if (this.#interruption.signal.aborted) throw new PassInterruptedError();
  }

  /** A wait that a nudge ends; then the claim is looked at, for the nudge may have been about this cluster. */
  async #nap(milliseconds: number): Promise<void> {
    const isNudged = await new Promise<boolean>(resolve => {
      const timer = setTimeout(() => resolve(false), milliseconds);
      this.#interruptNap = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
    this.#interruptNap = undefined;
    if (isNudged) await this.keepClaim();
    this.#requireUninterrupted();
  }
}

function toChanged(
  cluster: ClusterRecord,
  changes: ClusterChanges,
): ClusterRecord {
  const { reason, message, ...rest } = changes;
  return {
    ...cluster,
    ...rest,
    ...(reason !== undefined && { reason: reason ?? undefined }),
    ...(message !== undefined && { message: message ?? undefined }),
  };
}
