import type { Knex } from 'knex';
import type { MachineTokenRecord } from '../../domain/MachineTokenRecord';
import {
  RECORD_COLUMNS,
  toMachineTokenRecord,
  type DbMachineTokensRow,
} from '../tables';
import type { NewToken } from '../TokenStore';

/**
 * Adds a token unless its team has a valid one of that name.
 *
 * @remarks
 * Whether a token is still valid depends on the time, which no unique index
 * can. So whoever adds one for a team waits for the others that do, by a lock
 * on the name of the team that ends with the transaction.
 *
 * @internal
 */
export async function insertToken(
  knex: Knex,
  token: NewToken,
): Promise<MachineTokenRecord | undefined> {
  return knex.transaction(async tx => {
    await tx.raw(
      `SELECT pg_advisory_xact_lock(hashtextextended('machine_tokens ' || ?, 0))`,
      [token.team],
    );
    const taken = await tx<DbMachineTokensRow>('machine_tokens')
      .where({ team_ref: token.team, name: token.name })
      .whereNull('revoked_at')
      .where('expires_at', '>', token.createdAt)
      .first('id');
    if (taken) return undefined;
    const [row] = await tx<DbMachineTokensRow>('machine_tokens')
      .insert({
        id: token.id,
        name: token.name,
        team_ref: token.team,
        purpose: token.purpose ?? null,
        permissions: token.permissions,
        secret_hash: token.secretHash,
        created_by: token.createdBy,
        created_at: token.createdAt,
        expires_at: token.expiresAt,
      })
      .returning(RECORD_COLUMNS);
    return toMachineTokenRecord(row);
  });
}
