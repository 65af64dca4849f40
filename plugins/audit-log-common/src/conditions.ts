import type { PermissionCondition } from '@backstage/plugin-permission-common';
import { AUDIT_LOG_EVENT_RESOURCE_TYPE } from './permissions';

/** Name of the rule that an event is about things of one of some teams. @public */
export const CONCERNS_TEAM_RULE = 'CONCERNS_TEAM';

/** Name of the rule that one of some persons or machines did it. @public */
export const HAS_ACTOR_RULE = 'HAS_ACTOR';

/**
 * The condition that an event is about things of one of these teams, for a
 * permission policy.
 *
 * @param teams - entity refs; with none the condition holds for no event
 * @public
 */
export function createConcernsTeamCondition(
  teams: string[],
): PermissionCondition<'audit-log-event', { teams: string[] }> {
  return {
    resourceType: AUDIT_LOG_EVENT_RESOURCE_TYPE,
    rule: CONCERNS_TEAM_RULE,
    params: { teams },
  };
}

/**
 * The condition that one of these persons or machines did it, for a permission
 * policy.
 *
 * @param actors - entity refs; with none the condition holds for no event
 * @public
 */
export function createHasActorCondition(
  actors: string[],
): PermissionCondition<'audit-log-event', { actors: string[] }> {
  return {
    resourceType: AUDIT_LOG_EVENT_RESOURCE_TYPE,
    rule: HAS_ACTOR_RULE,
    params: { actors },
  };
}
