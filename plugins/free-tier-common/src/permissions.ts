import {
  createPermission,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Type of the resource that the cluster permissions are about; its ref is the id of a cluster. @public */
export const FREE_TIER_CLUSTER_RESOURCE_TYPE = 'free-tier-cluster';

/**
 * Stands for every cluster where one resource ref is asked for: who is allowed
 * this one is allowed all, without a condition.
 * @public
 */
export const EVERY_CLUSTER_REF = '*';

/** See the sizes, the regions, and the own teams with their quotas. @public */
export const freeTierOfferReadPermission: BasicPermission = createPermission({
  name: 'free-tier.offer.read',
  attributes: { action: 'read' },
});

/** Be offered the actions that read. Which clusters they show is {@link freeTierClusterReadPermission}. @public */
export const freeTierActionReadPermission: BasicPermission = createPermission({
  name: 'free-tier.action.read',
  attributes: { action: 'read' },
});

/** Be offered the action that deletes. Which clusters it deletes is {@link freeTierClusterDeletePermission}. @public */
export const freeTierActionDeletePermission: BasicPermission = createPermission(
  {
    name: 'free-tier.action.delete',
    attributes: { action: 'delete' },
  },
);

/** Ask for a cluster for an own team. @public */
export const freeTierClusterCreatePermission: BasicPermission =
  createPermission({
    name: 'free-tier.cluster.create',
    attributes: { action: 'create' },
  });

/** See a cluster. @public */
export const freeTierClusterReadPermission: ResourcePermission<'free-tier-cluster'> =
  createPermission({
    name: 'free-tier.cluster.read',
    attributes: { action: 'read' },
    resourceType: FREE_TIER_CLUSTER_RESOURCE_TYPE,
  });

/** Get a kubeconfig for a cluster. @public */
export const freeTierClusterConnectPermission: ResourcePermission<'free-tier-cluster'> =
  createPermission({
    name: 'free-tier.cluster.connect',
    attributes: { action: 'create' },
    resourceType: FREE_TIER_CLUSTER_RESOURCE_TYPE,
  });

/** Retry a failed cluster, and take a machine's access to a cluster away. @public */
export const freeTierClusterUpdatePermission: ResourcePermission<'free-tier-cluster'> =
  createPermission({
    name: 'free-tier.cluster.update',
    attributes: { action: 'update' },
    resourceType: FREE_TIER_CLUSTER_RESOURCE_TYPE,
  });

/** Delete a cluster. @public */
export const freeTierClusterDeletePermission: ResourcePermission<'free-tier-cluster'> =
  createPermission({
    name: 'free-tier.cluster.delete',
    attributes: { action: 'delete' },
    resourceType: FREE_TIER_CLUSTER_RESOURCE_TYPE,
  });

/** The permissions that are about one cluster. @public */
export const freeTierClusterPermissions = [
  freeTierClusterReadPermission,
  freeTierClusterConnectPermission,
  freeTierClusterUpdatePermission,
  freeTierClusterDeletePermission,
];

/** Every permission of the free tier. @public */
export const freeTierPermissions = [
  freeTierOfferReadPermission,
  freeTierActionReadPermission,
  freeTierActionDeletePermission,
  freeTierClusterCreatePermission,
  ...freeTierClusterPermissions,
];
