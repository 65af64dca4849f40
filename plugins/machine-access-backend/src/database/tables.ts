import type { MachineTokenRecord } from '../domain/MachineTokenRecord';

/** @internal */
export interface DbMachineTokensRow {
  id: string;
  name: string;
  team_ref: string;
  purpose: string | null;
  permissions: string[];
  secret_hash: Buffer;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  revoked_by: string | null;
  last_used_at: Date | null;
  last_used_from: string | null;
  reminded_days: number | null;
}

/** Everything but the hash of the secret, which leaves the store by one way only. @internal */
export type DbTokenRecordRow = Omit<
  DbMachineTokensRow,
  'secret_hash' | 'reminded_days'
>;

/** @internal */
export const RECORD_COLUMNS: (keyof DbTokenRecordRow)[] = [
  'id',
  'name',
  'team_ref',
  'purpose',
  'permissions',
  'created_by',
  'created_at',
  'expires_at',
  'revoked_at',
  'revoked_by',
  'last_used_at',
  'last_used_from',
];

/** @internal */
export function toMachineTokenRecord(
  row: DbTokenRecordRow,
): MachineTokenRecord {
  return {
    id: row.id,
    name: row.name,
    team: row.team_ref,
    purpose: row.purpose ?? undefined,
    permissions: row.permissions,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at ?? undefined,
    revokedBy: row.revoked_by ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    lastUsedFrom: row.last_used_from ?? undefined,
  };
}
