/** Whatever the scope says: a machine gives nobody access, itself included. */
const NEVER = /^(?:access|machine-access)\./;

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
 * @internal
 */
export function isInScope(permissionName: string, scope: string[]): boolean {
  if (NEVER.test(permissionName)) return false;
  const names = Object.hasOwn(IMPLIED_BY, permissionName)
    ? [permissionName, ...IMPLIED_BY[permissionName]]
    : [permissionName];
  return names.some(name => scope.includes(name));
}
