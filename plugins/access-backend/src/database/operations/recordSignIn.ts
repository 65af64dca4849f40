import type { Knex } from 'knex';
import type { PersonRecord } from '../../domain/records';
import type { DbPeopleRow, DbRevokedMembersRow } from '../tables';

/**
 * Remembers a sign-in and answers the teams that count.
 *
 * @internal
 */
export async function recordSignIn(
  knex: Knex,
  signIn: PersonRecord,
): Promise<string[]> {
  const { ref, displayName, teams, lastSignInAt } = signIn;
  return knex.transaction(async tx => {
    await tx<DbPeopleRow>('people')
      .insert({
        ref,
        display_name: displayName ?? null,
        teams,
        last_sign_in_at: lastSignInAt,
      })
      .onConflict('ref')
      .merge();
    // Arrays, as thousands of teams do not fit in as many parameters. In one
    // order: two sign-ins that add the same teams must not lock each other out.
    await tx.raw(
      `INSERT INTO teams (ref, first_seen_at)
       SELECT team, ? FROM unnest(?::text[]) AS team ORDER BY team
       ON CONFLICT (ref) DO NOTHING`,
      [lastSignInAt, teams],
    );
    const revoked = () =>
      tx<DbRevokedMembersRow>('revoked_members').where({ user_ref: ref });
    await revoked().whereRaw('NOT team = ANY(?::text[])', [teams]).delete();
    const stillRevoked = new Set(await revoked().pluck('team'));
    return teams.filter(team => !stillRevoked.has(team));
  });
}
