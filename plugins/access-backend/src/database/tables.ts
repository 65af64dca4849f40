import type { GrantableRole } from '@nerds/plugin-access-common';
import type { GrantRecord, PersonRecord } from '../domain/records';

/** Row of `role_grants`. @internal */
export interface DbRoleGrantsRow {
  id: string;
  role: GrantableRole;
  subject: string;
  team: string | null;
  reason: string;
  granted_by: string;
  granted_at: Date;
  expires_at: Date | null;
  ended_at: Date | null;
  revoked_by: string | null;
}

/** Row of `people`. @internal */
export interface DbPeopleRow {
  ref: string;
  display_name: string | null;
  teams: string[];
  last_sign_in_at: Date;
}

/** Row of `teams`. @internal */
export interface DbTeamsRow {
  ref: string;
  first_seen_at: Date;
}

/** Row of `revoked_members`. @internal */
export interface DbRevokedMembersRow {
  user_ref: string;
  team: string;
  revoked_by: string;
  revoked_at: Date;
}

/** @internal */
export function toGrantRecord(row: DbRoleGrantsRow): GrantRecord {
  return {
    id: row.id,
    role: row.role,
    subject: row.subject,
    team: row.team ?? undefined,
    reason: row.reason,
    grantedBy: row.granted_by,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at ?? undefined,
  };
}

/** @internal */
export function toPersonRecord(row: DbPeopleRow): PersonRecord {
  return {
    ref: row.ref,
    displayName: row.display_name ?? undefined,
    teams: row.teams,
    lastSignInAt: row.last_sign_in_at,
  };
}
