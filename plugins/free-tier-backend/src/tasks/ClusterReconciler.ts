import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClaimedCluster,
  ClusterWorkQueue,
} from '../database/ClusterWorkQueue';
import type { ReconcileTrigger } from '../services/ClusterService';
import type { HostClusters } from '../services/requireHostCluster';
import { ClusterPass } from './ClusterPass';
import { runPass } from './runPass';

/** Clusters one replica works on at the same moment. */
const PARALLEL_PASSES = 10;

/** How often a replica looks for work that another one was asked for, in milliseconds. */
const POLL_MS = 1000;

/**
 * How long a replica that died keeps its clusters from the others, in
 * milliseconds. Longer than any one call to Kubernetes, so that a call is
 * never still under way when another replica begins.
 */
const LEASE_MS = 30_000;

/** @internal */
export interface ClusterReconcilerOptions {
  queue: ClusterWorkQueue;
  hostClusters: HostClusters;
  logger: LoggerService;
  recheckIntervalMs: number;
  now: () => Date;
  /** Default: 30 seconds. */
  leaseMs?: number;
  /** Default: 1 second. */
  pollMs?: number;
}

/**
 * Makes the host clusters equal to the ledger.
 *
 * @remarks
 * Level-triggered: it looks at what is wanted and what is there, never at what
 * happened. So a lost wake-up costs at most a poll, a restart costs nothing,
 * and any number of replicas may run it.
 *
 * @internal
 */
export class ClusterReconciler implements ReconcileTrigger {
  readonly #options: ClusterReconcilerOptions;
  readonly #leaseMs: number;
  readonly #running = new Map<ClusterPass, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #looking: Promise<void> | undefined;
  #lookAgain = false;

  constructor(options: ClusterReconcilerOptions) {
    this.#options = options;
    this.#leaseMs = options.leaseMs ?? LEASE_MS;
  }

  start(): void {
    this.#look();
    this.#timer = setInterval(
      () => this.#look(),
      this.#options.pollMs ?? POLL_MS,
    );
  }

  /** Stops between two steps and gives every cluster back, so that another replica goes on at once. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    for (const pass of this.#running.keys()) pass.interrupt();
    await this.#looking;
    await Promise.all(this.#running.values());
  }

  wake(clusterId: string): void {
    for (const pass of this.#running.keys()) {
      if (pass.cluster.id === clusterId) pass.nudge();
    }
    this.#look();
  }

  /** One look at a time; whoever comes meanwhile makes it look once more. */
  #look(): void {
    if (this.#isStopped) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = this.#claimAndRun().finally(() => {
      this.#looking = undefined;
      if (this.#lookAgain) {
        this.#lookAgain = false;
        this.#look();
      }
    });
  }

  async #claimAndRun(): Promise<void> {
    const limit = PARALLEL_PASSES - this.#running.size;
    if (limit <= 0) return;
    try {
      const claimed = await this.#options.queue.claimClusters({
        limit,
        leaseMs: this.#leaseMs,
      });
      for (const cluster of claimed) this.#run(cluster);
    } catch (error) {
      // The next poll tries again; work that waits is in the database all the same.
      this.#options.logger.warn(`Could not look for work: ${error}`);
    }
  }

  #run({ claim, cluster }: ClaimedCluster): void {
    const { queue, hostClusters, now, logger, recheckIntervalMs } =
      this.#options;
    const pass = new ClusterPass({
      claim,
      cluster,
      queue,
      hostClusters,
      leaseMs: this.#leaseMs,
      now,
    });
    if (this.#isStopped) pass.interrupt();
    const heartbeat = setInterval(() => {
      pass.keepClaim().catch(error => {
        // The lease may yet be extended next time; if not, the next write says so.
        logger.warn(`Could not keep the claim on ${cluster.id}: ${error}`);
      });
    }, this.#leaseMs / 3);
    const done = runPass(pass, { logger, recheckIntervalMs })
      .catch(error => {
        logger.error(
          `Gave up a pass on cluster ${cluster.id}; it is taken up again when its claim runs out`,
          error,
        );
      })
      .finally(() => {
        clearInterval(heartbeat);
        this.#running.delete(pass);
        // A place is free, and the cluster itself may be wanted otherwise by now.
        this.#look();
      });
    this.#running.set(pass, done);
  }
}
