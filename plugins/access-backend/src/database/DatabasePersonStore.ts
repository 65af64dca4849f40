import type { Knex } from 'knex';
import type { PersonRecord, RevokedMember } from '../domain/records';
import { recordSignIn } from './operations/recordSignIn';
import type { PersonStore } from './PersonStore';
import {
  toPersonRecord,
  type DbPeopleRow,
  type DbRevokedMembersRow,
  type DbRoleGrantsRow,
  type DbTeamsRow,
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

  async revokeMember(revocation: {
    userRef: string;
    team: string;
    actor: string;
    now: Date;
  }): Promise<void> {
    await this.knex<DbRevokedMembersRow>('revoked_members')
      .insert({
        user_ref: revocation.userRef,
        team: revocation.team,
        revoked_by: revocation.actor,
        revoked_at: revocation.now,
      })
      .onConflict(['user_ref', 'team'])
      .ignore();
  }

  async listPeople(teams?: string[]): Promise<PersonRecord[]> {
    const query = this.knex<DbPeopleRow>('people').orderBy('ref');
    if (teams) query.whereRaw('teams && ?::text[]', [teams]);
    return (await query).map(toPersonRecord);
  }

  async isKnownTeam(team: string): Promise<boolean> {
    const [seen, granted] = await Promise.all([
      this.knex<DbTeamsRow>('teams').where({ ref: team }).first(),
      this.knex<DbRoleGrantsRow>('role_grants')
        .where({ team })
        .whereNull('ended_at')
        .first(),
    ]);
    return Boolean(seen ?? granted);
  }

  async deletePeopleUnseenSince(before: Date): Promise<number> {
    return this.knex<DbPeopleRow>('people')
      .where('last_sign_in_at', '<', before)
      .delete();
  }
}
