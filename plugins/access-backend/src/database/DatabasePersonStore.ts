import type { Knex } from 'knex';
import type { PersonRecord, RevokedMember } from '../domain/records';
import { recordSignIn } from './operations/recordSignIn';
import type { PersonStore } from './PersonStore';
import {
  toPersonRecord,
  type DbPeopleRow,
  type DbRevokedMembersRow,
} from './tables';

/** People in PostgreSQL. @internal */
export class DatabasePersonStore implements PersonStore {
  constructor(private readonly knex: Knex) {}

  async recordSignIn(signIn: PersonRecord): Promise<string[]> {
    return recordSignIn(this.knex, signIn);
  }

  async listRevokedMembers(
    filter: { userRef?: string; team?: string } = {},
  ): Promise<RevokedMember[]> {
    const query = this.knex<DbRevokedMembersRow>('revoked_members').orderBy([
      'user_ref',
      'team',
    ]);
    if (filter.userRef) query.where('user_ref', filter.userRef);
    if (filter.team) query.where('team', filter.team);
    return (await query).map(row => ({
      userRef: row.user_ref,
      team: row.team,
    }));
  }

  async listPeople(teams?: string[]): Promise<PersonRecord[]> {
    const query = this.knex<DbPeopleRow>('people').orderBy('ref');
    if (teams) query.whereRaw('teams && ?::text[]', [teams]);
    return (await query).map(toPersonRecord);
  }

  async listTeams(): Promise<string[]> {
    const rows = await this.knex('people')
      .distinct(this.knex.raw('unnest(teams) AS team'))
      .orderBy('team');
    return rows.map((row: { team: string }) => row.team);
  }

  async deletePeopleUnseenSince(before: Date): Promise<number> {
    return this.knex<DbPeopleRow>('people')
      .where('last_sign_in_at', '<', before)
      .delete();
  }
}
