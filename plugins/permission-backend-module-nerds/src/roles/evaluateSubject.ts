import {
  evaluateOwnership,
  evaluateOwnRoles,
  type PolicySnapshot,
} from '@nerds/plugin-access-common';
import type { Subject } from '../policy/Subject';

const GROUP_PREFIX = 'group:';

/**
 * Who somebody is to the policy.
 *
 * @param user - `ownershipEntityRefs`: the person and the groups, from the
 *   signed-in token
 * @param snapshot - who has which role, and whose membership was revoked
 * @internal
 */
export function evaluateSubject(
  user: { userEntityRef: string; ownershipEntityRefs: string[] },
  snapshot: PolicySnapshot,
): Subject {
  const { userEntityRef } = user;
  const teams = evaluateOwnership(user, snapshot).filter(ref =>
    ref.startsWith(GROUP_PREFIX),
  );
  const roles = evaluateOwnRoles({ userEntityRef, teams }, snapshot.grants);
  return {
    roles: new Set(roles.map(({ role }) => role)),
    userEntityRef,
    teams,
    ledTeams: [
      ...new Set(
        roles.flatMap(own => (own.role === 'team-lead' ? own.teams ?? [] : [])),
      ),
    ],
  };
}
