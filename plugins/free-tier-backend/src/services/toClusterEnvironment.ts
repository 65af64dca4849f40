import { toTeamName, type ClusterRecord } from '../domain/ClusterRecord';
import type { ClusterEnvironment } from '../kubernetes/HostCluster';

/** What a host cluster needs to know of a cluster in the ledger. @internal */
export function toClusterEnvironment(
  cluster: ClusterRecord,
): ClusterEnvironment {
  return {
    id: cluster.id,
    name: cluster.name,
    team: toTeamName(cluster.ownerRef),
    kubernetesNamespace: cluster.kubernetesNamespace,
    namespaceUid: cluster.namespaceUid,
    tier: cluster.tier,
    size: cluster.size,
  };
}
