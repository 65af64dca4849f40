import type { PersonRecord, RevokedMember } from '../domain/records';

/** Who has signed in, and whom a review took out of a team. @internal */
export interface PersonStore {
  /**
   * Remembers a sign-in. A revoked membership that the identity provider does
   * not name any more is forgotten: the person is out of the team there too.
   *
   * @returns the teams that count: without those that are revoked
   */
  recordSignIn(signIn: PersonRecord): Promise<string[]>;

  listRevokedMembers(filter?: {
    userRef?: string;
    team?: string;
  }): Promise<RevokedMember[]>;

  /** Takes somebody out of a team in the portal; once more changes nothing. */
  revokeMember(revocation: {
    userRef: string;
    team: string;
    actor: string;
    now: Date;
  }): Promise<void>;

  /**
   * @param teams - entity refs; absent: people of every team and of none
   * @returns by ref
   */
  listPeople(teams?: string[]): Promise<PersonRecord[]>;

  /** Whether somebody of the team has ever signed in, or a grant names it. */
  isKnownTeam(team: string): Promise<boolean>;

  /** @returns how many were forgotten */
  deletePeopleUnseenSince(before: Date): Promise<number>;
}
