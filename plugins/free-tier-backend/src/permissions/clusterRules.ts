import {
  createConditionAuthorizer,
  createConditionTransformer,
  createPermissionResourceRef,
  createPermissionRule,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  FREE_TIER_CLUSTER_RESOURCE_TYPE,
  IS_OWNED_BY_RULE,
} from '@nerds/plugin-free-tier-common';
import { z } from 'zod';
import type { OwnerFilter } from '../database/ClusterStore';
import type { ClusterRecord } from '../domain/ClusterRecord';

/** All that a condition may look at: also of a cluster that is not there yet. @internal */
export type OwnedCluster = Pick<ClusterRecord, 'ownerRef'>;

/** @internal */
export const clusterResourceRef = createPermissionResourceRef<
  OwnedCluster,
  OwnerFilter
>().with({
  pluginId: 'free-tier',
  resourceType: FREE_TIER_CLUSTER_RESOURCE_TYPE,
});

/** The same question twice: about one cluster, and as part of a query for many. @internal */
export const isOwnedBy = createPermissionRule({
  name: IS_OWNED_BY_RULE,
  description: 'The cluster is owned by one of these teams',
  resourceRef: clusterResourceRef,
  paramsSchema: z.object({
    teams: z.array(z.string()).describe('Entity refs of groups'),
  }),
  apply: (cluster, { teams }) => teams.includes(cluster.ownerRef),
  toQuery: ({ teams }) => ({ ownerRefs: teams }),
});

/** @internal */
export const clusterRules = [isOwnedBy];

/** Whether a decision of the policy holds for a cluster. @internal */
export const isClusterAuthorized = createConditionAuthorizer(clusterRules);

/** @internal */
export const toClusterCriteria: ConditionTransformer<OwnerFilter> =
  createConditionTransformer(clusterRules);
