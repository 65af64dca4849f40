import type { PermissionCondition } from '@backstage/plugin-permission-common';
import { ACCESS_REVIEW_RESOURCE_TYPE } from './permissions';

/** Name of the rule that a review is about one of some teams. @public */
export const IS_FOR_TEAM_RULE = 'IS_FOR_TEAM';

/**
 * The condition that a review is about one of these teams, for a permission
 * policy.
 *
 * @param teams - entity refs
 * @public
 */
export function createAccessReviewCondition(
  teams: string[],
): PermissionCondition<'access-review', { teams: string[] }> {
  return {
    resourceType: ACCESS_REVIEW_RESOURCE_TYPE,
    rule: IS_FOR_TEAM_RULE,
    params: { teams },
  };
}
