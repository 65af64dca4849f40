import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import { evaluatePermission } from '../policy/evaluatePermission';

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

/**
 * Decides a permission for a machine: what a developer of its team may do, as
 * far as the scope goes.
 *
 * @internal
 */
export function evaluateMachinePermission(
  permission: Permission,
  scope: MachineScope,
): PolicyDecision {
  if (!isInScope(permission.name, scope.permissions)) {
    return { result: AuthorizeResult.DENY };
  }
  return evaluatePermission(permission, {
    roles: new Set(['developer']),
    userEntityRef: scope.principal,
    teams: [scope.team],
    ledTeams: [],
  });
}
