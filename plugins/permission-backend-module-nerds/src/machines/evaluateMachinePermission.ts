import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import { evaluatePermission } from '../policy/evaluatePermission';
import { isInScope } from './isInScope';

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
