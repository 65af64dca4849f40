import type { PermissionCondition } from '@backstage/plugin-permission-common';
import { MACHINE_TOKEN_RESOURCE_TYPE } from './permissions';

/** Name of the rule that a token is of one of the teams. @public */
export const MACHINE_TOKEN_IS_OWNED_BY = 'IS_OWNED_BY';

/**
 * For a policy: holds for tokens, and workload identities, of these teams.
 *
 * @param teams - entity refs
 * @public
 */
export function buildMachineTokenIsOwnedBy(
  teams: string[],
): PermissionCondition<
  typeof MACHINE_TOKEN_RESOURCE_TYPE,
  { teams: string[] }
> {
  return {
    rule: MACHINE_TOKEN_IS_OWNED_BY,
    resourceType: MACHINE_TOKEN_RESOURCE_TYPE,
    params: { teams },
  };
}
