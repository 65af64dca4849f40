/**
 * The roles of the portal, from the most common to the most powerful.
 *
 * @remarks
 * Everyone who is signed in is a `developer`. `team-lead` and `data-owner` are
 * about teams: a grant names one, or counts for all own teams of the holder.
 *
 * @public
 */
export const ROLES = [
  'developer',
  'team-lead',
  'data-owner',
  'platform-engineer',
  'auditor',
  'administrator',
] as const;

/** @public */
export type Role = (typeof ROLES)[number];

/** Roles that a group or person is given; everyone has `developer`. @public */
export const GRANTABLE_ROLES = [
  'team-lead',
  'data-owner',
  'platform-engineer',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

/** @public */
export type GrantableRole = (typeof GRANTABLE_ROLES)[number];

/** Roles that are about a team. @public */
export const TEAM_ROLES = [
  'team-lead',
  'data-owner',
] as const satisfies readonly GrantableRole[];

/** Roles that reach further than a team. @public */
export const PRIVILEGED_ROLES = [
  'platform-engineer',
  'auditor',
  'administrator',
] as const satisfies readonly GrantableRole[];

/**
 * Stands where a review names its team, for the review of who has one of
 * {@link PRIVILEGED_ROLES}. No team of people is in this namespace.
 *
 * @public
 */
export const PRIVILEGED_ROLES_TEAM = 'group:portal/privileged-roles';

/** That a group or person has a role. @public */
export interface RoleGrant {
  /** Of a grant made in the portal; absent for one from the configuration. */
  id?: string;
  role: GrantableRole;
  /** Entity ref of the group or user that has the role. */
  subject: string;
  /**
   * Entity ref of the team it counts for; only for {@link TEAM_ROLES}. Absent:
   * every own team of the holder.
   */
  team?: string;
  /** `config`: `permission.roles` in the configuration, changed by whoever runs the portal. */
  origin: 'config' | 'portal';
  /** Why; asked when a grant is made in the portal. */
  reason?: string;
  /** Entity ref of who granted it. */
  grantedBy?: string;
  /** ISO 8601, UTC. */
  grantedAt?: string;
  /** ISO 8601, UTC; absent: until revoked. */
  expiresAt?: string;
}
