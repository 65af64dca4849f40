import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { buildReachCondition, type Criteria } from './conditions';
import { evaluateReaches } from './evaluateReaches';
import { RESOURCES } from './resources';
import type { Reach } from './rights';
import type { Subject } from './Subject';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Decides a permission for a person.
 *
 * @returns DENY for every permission that the table does not name
 * @internal
 */
export function evaluatePermission(
  permission: Permission,
  subject: Subject,
): PolicyDecision {
  const reaches = evaluateReaches(permission.name, subject.roles);
  if (reaches.has('all')) return ALLOW;
  const kind =
    isResourcePermission(permission) &&
    Object.hasOwn(RESOURCES, permission.resourceType) &&
    RESOURCES[permission.resourceType];
  if (reaches.size === 0 || !kind) return DENY;
  const { resourceType } = permission;
  const [first, ...others] = [...reaches].map(reach =>
    buildReachCondition(resourceType, toLimited(reach), subject),
  );
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: kind.pluginId,
    resourceType,
    conditions: others.length === 0 ? first : toAnyOf([first, ...others]),
  };
}

function toAnyOf(criteria: [Criteria, ...Criteria[]]): Criteria {
  return { anyOf: criteria };
}

/** `all` is decided before conditions are looked at. */
function toLimited(reach: Reach): Exclude<Reach, 'all'> {
  if (reach === 'all') throw new Error('All has no condition');
  return reach;
}
