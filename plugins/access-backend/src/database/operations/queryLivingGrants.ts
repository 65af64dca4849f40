import type { Knex } from 'knex';
import type { DbRoleGrantsRow } from '../tables';

/** The grants that count at a moment. @internal */
export function queryLivingGrants(knex: Knex, now: Date) {
  return knex<DbRoleGrantsRow>('role_grants')
    .whereNull('ended_at')
    .whereRaw('(expires_at IS NULL OR expires_at > ?)', [now]);
}
