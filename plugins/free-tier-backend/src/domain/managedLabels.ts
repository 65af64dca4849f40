import type { ClusterEnvironment } from './ClusterEnvironment';

/** Says who manages an object; the policies in `host-cluster/` go by it. @internal */
export const MANAGED_BY_LABEL = 'nerds.overheid.nl/managed-by';

/** Value of {@link MANAGED_BY_LABEL} on all we make. @internal */
export const MANAGED_BY = 'nerds-portal';

/** UUID of the cluster in the ledger. @internal */
export const CLUSTER_ID_LABEL = 'nerds.overheid.nl/cluster-id';

/** Name of the owning group. @internal */
export const TEAM_LABEL = 'nerds.overheid.nl/team';

/** Account for machines; the policies in `host-cluster/` know it by this name. @internal */
export const MACHINE_SERVICE_ACCOUNT = 'nerds-machine';

/** ClusterRole of tenants, from `host-cluster/10-tenant-role.yaml`. @internal */
export const TENANT_CLUSTER_ROLE = 'nerds-tenant';

/** The labels that every object of a cluster carries, the Namespace included. @internal */
export function buildManagedLabels(
  env: ClusterEnvironment,
): Record<string, string> {
  return {
    [MANAGED_BY_LABEL]: MANAGED_BY,
    [CLUSTER_ID_LABEL]: env.id,
    [TEAM_LABEL]: env.team,
  };
}
