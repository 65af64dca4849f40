import { GRANTABLE_PERMISSIONS } from '@nerds/plugin-machine-access-common';

/** Whatever a scope says: a machine gives nobody access, itself included. */
const GRANTABLE = new Set(
  GRANTABLE_PERMISSIONS.map(({ permission }) => permission.name),
);

/**
 * Permissions that come with another one: what a machine cannot do without, and
 * what nobody would think of when the token is made.
 */
const IMPLIED_BY: Record<string, string[]> = {
  'free-tier.offer.read': [
    'free-tier.cluster.create',
    'free-tier.cluster.read',
  ],
  'free-tier.action.read': ['free-tier.cluster.read'],
  'free-tier.action.delete': ['free-tier.cluster.delete'],
};

/**
 * Whether the scope of a machine holds a permission.
 *
 * @param scope - names of permissions
 * @internal
 */
export function isInScope(permissionName: string, scope: string[]): boolean {
  const names = Object.hasOwn(IMPLIED_BY, permissionName)
    ? IMPLIED_BY[permissionName]
    : [permissionName];
  return names.some(name => GRANTABLE.has(name) && scope.includes(name));
}

/**
 * Whether there is a scope that holds a permission.
 *
 * @internal
 */
export function isForMachines(permissionName: string): boolean {
  return isInScope(permissionName, [...GRANTABLE]);
}
