import type { HostCluster } from '../kubernetes/HostCluster';
import { HostClusterUnavailableError } from '../kubernetes/HostClusterErrors';

/** The host clusters by the name of their region. @internal */
export type HostClusters = ReadonlyMap<string, HostCluster>;

/**
 * The host cluster of a region.
 *
 * @throws HostClusterUnavailableError when the region left the configuration;
 * its clusters wait until it is back rather than fail
 * @internal
 */
export function requireHostCluster(
  hostClusters: HostClusters,
  region: string,
): HostCluster {
  const hostCluster = hostClusters.get(region);
  if (!hostCluster) {
    throw new HostClusterUnavailableError({
      reason: 'RegionNotConfigured',
      localizedMessage: {
        nl: `De regio “${region}” staat niet (meer) in de configuratie van het portaal.`,
        en: `The region “${region}” is not (or no longer) in the configuration of the portal.`,
      },
    });
  }
  return hostCluster;
}
