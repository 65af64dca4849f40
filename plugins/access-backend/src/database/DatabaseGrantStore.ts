import type { Knex } from 'knex';
import type { GrantRecord } from '../domain/records';
import type { GrantStore, RevokeGrantResult } from './GrantStore';
import { createGrant } from './operations/createGrant';
import { queryLivingGrants } from './operations/queryLivingGrants';
import { revokeGrant } from './operations/revokeGrant';
import { toGrantRecord } from './tables';

/** Grants in PostgreSQL. @internal */
export class DatabaseGrantStore implements GrantStore {
  constructor(private readonly knex: Knex) {}

  async listGrants(now: Date): Promise<GrantRecord[]> {
    const rows = await this.#living(now).orderBy([
      { column: 'granted_at' },
      { column: 'id' },
    ]);
    return rows.map(toGrantRecord);
  }

  async createGrant(grant: GrantRecord): Promise<boolean> {
    return createGrant(this.knex, grant);
  }

  async revokeGrant(
    id: string,
    options: { actor: string; now: Date; keepAdministrator: boolean },
  ): Promise<RevokeGrantResult> {
    return revokeGrant(this.knex, id, options);
  }

  #living(now: Date) {
    return queryLivingGrants(this.knex, now);
  }
}
