import type { PermissionCondition } from '@backstage/plugin-permission-common';
import { FREE_TIER_CLUSTER_RESOURCE_TYPE } from './permissions';

/** Name of the rule that a cluster is owned by one of some teams. @public */
export const IS_OWNED_BY_RULE = 'IS_OWNED_BY';

/**
 * The condition that a cluster is owned by one of these teams, for a
 * permission policy.
 *
 * @param teams - entity refs; with none the condition holds for no cluster
 * @public
 */
export function createClusterOwnerCondition(
  teams: string[],
): PermissionCondition<'free-tier-cluster', { teams: string[] }> {
  return {
    resourceType: FREE_TIER_CLUSTER_RESOURCE_TYPE,
    rule: IS_OWNED_BY_RULE,
    params: { teams },
  };
}
