import type {
  GrantableRole,
  OwnAccess,
  RoleDescription,
  RoleGrant,
} from '@nerds/plugin-access-common';

/** The grants of one role. @internal */
export function listGrants(
  roles: RoleDescription[],
  role: GrantableRole,
): RoleGrant[] {
  return roles.find(candidate => candidate.role === role)?.grants ?? [];
}

/**
 * Entity refs of who has a role, each once.
 *
 * @param team - only who has it for this team; a grant without a team counts
 * for the teams of its holder, so it is left out unless it is given to the team
 * @internal
 */
export function listHolders(
  roles: RoleDescription[],
  role: GrantableRole,
  team?: string,
): string[] {
  const subjects = listGrants(roles, role)
    .filter(grant => !team || grant.team === team || grant.subject === team)
    .map(grant => grant.subject);
  return [...new Set(subjects)];
}

/** Entity refs of the teams that the person leads. @internal */
export function listLedTeams(access: OwnAccess): string[] {
  const led = access.roles
    .filter(({ role }) => role === 'team-lead')
    .flatMap(({ teams }) => teams ?? []);
  return [...new Set(led)];
}
