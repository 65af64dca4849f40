import type { Config } from '@backstage/config';

/** A role follows from membership of a group; everyone signed in is a developer. @public */
export type Role = 'developer' | 'platform-engineer' | 'auditor';

/** Which groups make a role, as entity refs. @public */
export type RoleGroups = Record<Exclude<Role, 'developer'>, string[]>;

/**
 * Reads `permission.roles` from the configuration.
 *
 * @remarks
 * A role without groups has no members: nobody is a platform engineer by default.
 *
 * @public
 */
export function readRoleGroups(config: Config): RoleGroups {
  const groupsOf = (role: string) =>
    config.getOptionalStringArray(`permission.roles.${role}`) ?? [];
  return {
    'platform-engineer': groupsOf('platform-engineer'),
    auditor: groupsOf('auditor'),
  };
}

/**
 * The roles of a person.
 *
 * @param ownershipEntityRefs - the person and the groups, from the signed-in token
 * @public
 */
export function evaluateRoles(
  ownershipEntityRefs: string[],
  roleGroups: RoleGroups,
): Set<Role> {
  const roles = new Set<Role>(['developer']);
  for (const role of ['platform-engineer', 'auditor'] as const) {
    if (roleGroups[role].some(group => ownershipEntityRefs.includes(group))) {
      roles.add(role);
    }
  }
  return roles;
}
