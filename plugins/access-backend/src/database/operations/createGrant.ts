import type { Knex } from 'knex';
import type { GrantRecord } from '../../domain/records';
import type { DbRoleGrantsRow } from '../tables';

/**
 * Writes a grant down, unless the subject has the role already.
 *
 * A grant that has expired is ended here: until then its row would stand in
 * the way of a new one. Of two that come at once the index lets one in.
 *
 * @returns false when the subject has this role already
 * @internal
 */
export async function createGrant(
  knex: Knex,
  grant: GrantRecord,
): Promise<boolean> {
  return knex.transaction(async tx => {
    await tx<DbRoleGrantsRow>('role_grants')
      .where({ role: grant.role, subject: grant.subject })
      .whereNull('ended_at')
      .where('expires_at', '<=', grant.grantedAt)
      .update({ ended_at: tx.ref('expires_at') as unknown as Date });
    const rows = await tx('role_grants')
      .insert({
        id: grant.id,
        role: grant.role,
        subject: grant.subject,
        team: grant.team ?? null,
        reason: grant.reason,
        granted_by: grant.grantedBy,
        granted_at: grant.grantedAt,
        expires_at: grant.expiresAt ?? null,
      })
      .onConflict(
        tx.raw(`(role, subject, coalesce(team, '')) WHERE ended_at IS NULL`),
      )
      .ignore()
      .returning('id');
    return rows.length > 0;
  });
}
