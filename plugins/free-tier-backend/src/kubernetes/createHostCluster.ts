import type { LoggerService } from '@backstage/backend-plugin-api';
import type { HostCluster } from './HostCluster';
import { HostClusterAvailabilityProbe } from './HostClusterAvailabilityProbe';
import type { HostClusterRegion } from './HostClusterRegion';
import { KubeconfigConnection } from './KubeconfigConnection';
import { KubernetesApiClient } from './KubernetesApiClient';
import { KubernetesHostCluster } from './KubernetesHostCluster';

/** @internal */
export interface CreateHostClusterOptions {
  region: HostClusterRegion;
  logger: LoggerService;
  /** Aborted when the portal stops: ends what runs and closes the connections. */
  signal?: AbortSignal;
  /** Milliseconds, monotonic; for tests. */
  now?: () => number;
}

/**
 * The host cluster of a region. Make one per region and keep it: it holds the
 * region's connections. Does not connect until it is asked something.
 * @internal
 */
export function createHostCluster(
  options: CreateHostClusterOptions,
): HostCluster {
  const { region, logger, signal, now = () => performance.now() } = options;
  const connection = new KubeconfigConnection(region.kubeconfigFile);
  signal?.addEventListener('abort', () => connection.close(), { once: true });
  const client = new KubernetesApiClient(connection, { signal });
  const probe = new HostClusterAvailabilityProbe({
    region: region.name,
    client,
    connection,
    statusFile: region.statusFile,
    logger,
    now,
  });
  return new KubernetesHostCluster({
    region,
    client,
    connection,
    probe,
    logger,
  });
}
