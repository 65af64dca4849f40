import {
  createPermission,
  type BasicPermission,
} from '@backstage/plugin-permission-common';

/**
 * See clusters. Of which teams is decided by ownership: a person sees those of
 * the own teams, who holds {@link freeTierClusterReadAllPermission} sees all.
 * @public
 */
export const freeTierClusterReadPermission: BasicPermission = createPermission({
  name: 'free-tier.cluster.read',
  attributes: { action: 'read' },
});

/** See the clusters of every team. For platform engineers and auditors. @public */
export const freeTierClusterReadAllPermission: BasicPermission =
  createPermission({
    name: 'free-tier.cluster.read-all',
    attributes: { action: 'read' },
  });

/** Ask for a cluster for an own team. @public */
export const freeTierClusterCreatePermission: BasicPermission =
  createPermission({
    name: 'free-tier.cluster.create',
    attributes: { action: 'create' },
  });

/** Get a kubeconfig for a cluster of an own team. @public */
export const freeTierClusterConnectPermission: BasicPermission =
  createPermission({
    name: 'free-tier.cluster.connect',
    attributes: { action: 'read' },
  });

/** Retry a failed cluster of an own team. @public */
export const freeTierClusterUpdatePermission: BasicPermission =
  createPermission({
    name: 'free-tier.cluster.update',
    attributes: { action: 'update' },
  });

/** Delete a cluster of an own team. @public */
export const freeTierClusterDeletePermission: BasicPermission =
  createPermission({
    name: 'free-tier.cluster.delete',
    attributes: { action: 'delete' },
  });

/** Delete or retry the clusters of every team. For platform engineers. @public */
export const freeTierClusterManageAllPermission: BasicPermission =
  createPermission({
    name: 'free-tier.cluster.manage-all',
    attributes: { action: 'update' },
  });

/** Every permission of the free tier. @public */
export const freeTierPermissions = [
  freeTierClusterReadPermission,
  freeTierClusterReadAllPermission,
  freeTierClusterCreatePermission,
  freeTierClusterConnectPermission,
  freeTierClusterUpdatePermission,
  freeTierClusterDeletePermission,
  freeTierClusterManageAllPermission,
];
