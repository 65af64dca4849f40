import {
  PRIVILEGED_ROLES_TEAM,
  type RoleGrant,
} from '@nerds/plugin-access-common';
import type { PersonStore } from '../database/PersonStore';
import type { PersonRecord } from '../domain/records';
import type { GrantDirectory } from './GrantDirectory';

/** Finds out who reviews a team. @internal */
export class ReviewerDirectory {
  constructor(
    private readonly options: {
      grants: Pick<GrantDirectory, 'listGrants'>;
      people: Pick<PersonStore, 'listPeople' | 'listRevokedMembers'>;
    },
  ) {}

  /**
   * The team leads of a team; where there are none, the administrators. A
   * group stands beside the people who are known to be in it, as the software
   * catalogue may not know its members.
   *
   * @returns entity refs
   */
  async listReviewers(team: string): Promise<string[]> {
    const grants = await this.options.grants.listGrants();
    const leads =
      team === PRIVILEGED_ROLES_TEAM ? [] : await this.#listLeads(team, grants);
    if (leads.length > 0) return leads;
    const administrators = grants
      .filter(({ role }) => role === 'administrator')
      .map(({ subject }) => subject);
    return this.#withPeople(administrators);
  }

  async #listLeads(team: string, grants: RoleGrant[]): Promise<string[]> {
    const leads = grants.filter(({ role }) => role === 'team-lead');
    const named = leads
      .filter(grant => grant.team === team)
      .map(({ subject }) => subject);
    // Without a team the grant counts for members of this one only.
    const everyTeam = leads
      .filter(grant => grant.team === undefined)
      .map(({ subject }) => subject);
    const members = await this.#listMembers(team);
    const own = members
      .filter(({ ref, teams }) =>
        everyTeam.some(subject => subject === ref || teams.includes(subject)),
      )
      .map(({ ref }) => ref);
    return [...new Set([...(await this.#withPeople(named)), ...own])];
  }

  async #listMembers(team: string): Promise<PersonRecord[]> {
    const [people, revoked] = await Promise.all([
      this.options.people.listPeople([team]),
      this.options.people.listRevokedMembers({ team }),
    ]);
    return people.filter(
      ({ ref }) => !revoked.some(({ userRef }) => userRef === ref),
    );
  }

  async #withPeople(subjects: string[]): Promise<string[]> {
    const groups = subjects.filter(subject => subject.startsWith('group:'));
    const members = await Promise.all(
      groups.map(group => this.#listMembers(group)),
    );
    const people = members.flat().map(({ ref }) => ref);
    return [...new Set([...subjects, ...people])];
  }
}
