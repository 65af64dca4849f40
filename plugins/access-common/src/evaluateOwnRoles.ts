import { TEAM_ROLES, type RoleGrant } from './roles';
import type { OwnRole } from './types';

const isTeamRole = (role: RoleGrant['role']): boolean =>
  (TEAM_ROLES as readonly string[]).includes(role);

/**
 * The roles of a person, and what gave each.
 *
 * @remarks
 * Everyone is a developer of the own teams. A grant counts when its subject is
 * the person or a team of the person; one for a team role without a team
 * counts for every own team, so without teams it counts for nothing.
 *
 * @param person - `teams`: entity refs of the own teams, without those that a
 *   review has revoked
 * @param grants - the grants that count now
 * @public
 */
export function evaluateOwnRoles(
  person: { userEntityRef: string; teams: string[] },
  grants: RoleGrant[],
): OwnRole[] {
  const subjects = new Set([person.userEntityRef, ...person.teams]);
  const granted = grants
    .filter(grant => subjects.has(grant.subject))
    .map((grant): OwnRole => {
      if (!isTeamRole(grant.role)) return { role: grant.role, grant };
      const teams = grant.team ? [grant.team] : person.teams;
      return { role: grant.role, teams, grant };
    })
    .filter(({ teams }) => teams === undefined || teams.length > 0);
  return [{ role: 'developer', teams: person.teams }, ...granted];
}
