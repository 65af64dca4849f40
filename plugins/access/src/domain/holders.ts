import {
  PRIVILEGED_ROLES_TEAM,
  type GrantableRole,
  type OwnAccess,
  type Person,
  type RoleDescription,
  type RoleGrant,
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
 * @remarks
 * A grant without a team counts for the teams of its holder, as far as the
 * portal knows them: those at the last sign-in.
 *
 * @param options - `team`: only who has it for this team
 * @internal
 */
export function listHolders(
  roles: RoleDescription[],
  role: GrantableRole,
  options: { team?: string; people?: Person[] } = {},
): string[] {
  const { team, people = [] } = options;
  const isInTeam = (subject: string) =>
    subject === team ||
    people.some(
      ({ ref, teams }) => ref === subject && teams.some(own => own === team),
    );
  const subjects = listGrants(roles, role)
    .filter(
      grant =>
        !team ||
        grant.team === team ||
        (!grant.team && isInTeam(grant.subject)),
    )
    .map(grant => grant.subject);
  return [...new Set(subjects)];
}

/**
 * Entity refs of what the person can start a review of: the led teams; for an
 * administrator also the roles that reach further, and every team that somebody
 * who has signed in is in.
 * @internal
 */
export function listReviewable(access: OwnAccess, people: Person[]): string[] {
  const led = access.roles
    .filter(({ role }) => role === 'team-lead')
    .flatMap(({ teams }) => teams ?? []);
  const isAdministrator = access.roles.some(
    ({ role }) => role === 'administrator',
  );
  const all = isAdministrator
    ? [PRIVILEGED_ROLES_TEAM, ...people.flatMap(({ teams }) => teams).sort()]
    : [];
  return [...new Set([...led, ...all])];
}
