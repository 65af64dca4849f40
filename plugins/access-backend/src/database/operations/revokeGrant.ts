import type { Knex } from 'knex';
import type { RevokeGrantResult } from '../GrantStore';
import { isUuid } from '../isUuid';
import { queryLivingGrants } from './queryLivingGrants';
import { toGrantRecord, type DbRoleGrantsRow } from '../tables';

/**
 * Ends a grant.
 *
 * All living grants of an administrator are locked first: of two that revoke
 * each other's role at once, the second finds the last one.
 *
 * @internal
 */
export async function revokeGrant(
  knex: Knex,
  id: string,
  options: { actor: string; now: Date; keepAdministrator: boolean },
): Promise<RevokeGrantResult> {
  const { actor, now, keepAdministrator } = options;
  if (!isUuid(id)) return { outcome: 'not-found' };
  return knex.transaction(async (tx): Promise<RevokeGrantResult> => {
    const living = () => queryLivingGrants(tx, now);
    const administrators = await living()
      .where({ role: 'administrator' })
      .orderBy('id')
      .forUpdate();
    const grant = await living().where({ id }).forUpdate().first();
    if (!grant) return { outcome: 'not-found' };
    if (
      keepAdministrator &&
      grant.role === 'administrator' &&
      administrators.every(other => other.id === id)
    ) {
      return { outcome: 'last-administrator' };
    }
    await tx<DbRoleGrantsRow>('role_grants')
      .where({ id })
      .update({ ended_at: now, revoked_by: actor });
    return { outcome: 'revoked', grant: toGrantRecord(grant) };
  });
}
