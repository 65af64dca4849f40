import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterEvent, QuotaUsage } from '@nerds/plugin-free-tier-common';
import type { ClusterRecord } from '../domain/ClusterRecord';
import { evaluateStateRights } from '../domain/evaluateStateRights';
import type { HostCluster } from '../kubernetes/HostCluster';
import type { ClusterView } from './ClusterService';
import { requireHostCluster, type HostClusters } from './requireHostCluster';
import { toClusterEnvironment } from './toClusterEnvironment';

/**
 * How long the page of a cluster waits for what only the host cluster knows, in
 * milliseconds; after that it shows what the ledger knows.
 */
const LIVE_TIMEOUT_MS = 1500;

/**
 * How long an answer waits for the address of a host cluster that was never
 * reached yet, in milliseconds; without it the answer is as good.
 */
const SERVER_TIMEOUT_MS = 250;

/**
 * Adds to a cluster of the ledger what its host cluster knows this moment. A
 * host cluster that does not answer takes nothing away but that.
 * @internal
 */
export class ClusterViewer {
  /** Address of the API per region, as it was known last. */
  readonly #servers = new Map<string, string>();

  constructor(private readonly hostClusters: HostClusters) {}

  async toView(cluster: ClusterRecord): Promise<ClusterView> {
    return {
      cluster,
      permissions: evaluateStateRights(cluster.state),
      server: await this.#getServer(cluster.region),
    };
  }

  async toViewWithUsage(cluster: ClusterRecord): Promise<ClusterView> {
    const [view, quota] = await Promise.all([
      this.toView(cluster),
      this.#read<QuotaUsage>(cluster, (hostCluster, env) =>
        hostCluster.getUsage(env),
      ),
    ]);
    return quota.length > 0
      ? { ...view, cluster: { ...cluster, quota } }
      : view;
  }

  async listEvents(cluster: ClusterRecord): Promise<ClusterEvent[]> {
    return this.#read<ClusterEvent>(cluster, (hostCluster, env) =>
      hostCluster.listEvents(env),
    );
  }

  /** The one known last, without waiting; a host cluster that is down keeps its address. */
  async #getServer(region: string): Promise<string | undefined> {
    const asked = this.hostClusters
      .get(region)
      ?.getAvailability()
      .then(({ server }) => {
        if (server) this.#servers.set(region, server);
      });
    if (!this.#servers.has(region)) {
      await Promise.race([asked, sleep(SERVER_TIMEOUT_MS)]);
    }
    return this.#servers.get(region);
  }

  async #read<T>(
    cluster: ClusterRecord,
    read: (
      hostCluster: HostCluster,
      env: ReturnType<typeof toClusterEnvironment>,
    ) => Promise<T[]>,
  ): Promise<T[]> {
    if (cluster.namespaceUid === undefined || cluster.state === 'deleted') {
      return [];
    }
    const answered = new AbortController();
    try {
      const hostCluster = requireHostCluster(this.hostClusters, cluster.region);
      const timeout = sleep(LIVE_TIMEOUT_MS, [], { signal: answered.signal });
      // Losing the race ends the timer, which is no error.
      timeout.catch(() => {});
      return await Promise.race([
        read(hostCluster, toClusterEnvironment(cluster)),
        timeout,
      ]);
    } catch {
      // Said already by the region's availability; the rest of the page stays.
      return [];
    } finally {
      answered.abort();
    }
  }
}
