import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { MachineTokenRecord } from '../domain/MachineTokenRecord';
import { insertToken } from './operations/insertToken';
import { whereReadable } from './operations/whereReadable';
import {
  RECORD_COLUMNS,
  toMachineTokenRecord,
  type DbMachineTokensRow,
  type DbTokenRecordRow,
} from './tables';
import type { NewToken, TokenQuery, TokenStore } from './TokenStore';

/** Brings the tables of the plugin up to date. @internal */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@nerds/plugin-machine-access-backend',
        'migrations',
      ),
    });
  }
  return knex;
}

/** Tokens in PostgreSQL. @internal */
export class DatabaseTokenStore implements TokenStore {
  constructor(private readonly knex: Knex) {}

  async insertToken(token: NewToken): Promise<MachineTokenRecord | undefined> {
    return insertToken(this.knex, token);
  }

  async listTokens(
    query: TokenQuery,
    now: Date,
  ): Promise<MachineTokenRecord[]> {
    const { id, team, state, readable } = query;
    const tokens = this.#table()
      .select<DbTokenRecordRow[]>(RECORD_COLUMNS)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'asc' },
      ]);
    if (id !== undefined) tokens.where({ id });
    if (team !== undefined) tokens.where({ team_ref: team });
    if (state === 'revoked') tokens.whereNotNull('revoked_at');
    else if (state) {
      tokens
        .whereNull('revoked_at')
        .where('expires_at', state === 'active' ? '>' : '<=', now);
    }
    if (readable) tokens.where(inner => whereReadable(inner, readable));
    return (await tokens).map(toMachineTokenRecord);
  }

  async getTokens(ids: string[]): Promise<(MachineTokenRecord | undefined)[]> {
    const rows = await this.#table()
      .select<DbTokenRecordRow[]>(RECORD_COLUMNS)
      .whereIn('id', ids);
    const tokens = new Map(rows.map(row => [row.id, row]));
    return ids.map(id => {
      const row = tokens.get(id);
      return row && toMachineTokenRecord(row);
    });
  }

  async getTokenWithHash(id: string) {
    const row = await this.#table().where({ id }).first();
    return (
      row && { token: toMachineTokenRecord(row), secretHash: row.secret_hash }
    );
  }

  async recordUse(
    id: string,
    use: { at: Date; address?: string; unlessAfter: Date },
  ): Promise<void> {
    await this.#table()
      .where({ id })
      .where(inner => {
        inner
          .whereNull('last_used_at')
          .orWhere('last_used_at', '<=', use.unlessAfter);
      })
      .update({ last_used_at: use.at, last_used_from: use.address ?? null });
  }

  async revokeToken(
    id: string,
    { by, at }: { by: string; at: Date },
  ): Promise<MachineTokenRecord | undefined> {
    await this.#table()
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: at, revoked_by: by });
    const [token] = await this.getTokens([id]);
    return token;
  }

  async claimReminders(days: number, now: Date): Promise<MachineTokenRecord[]> {
    const rows = await this.#table()
      .whereNull('revoked_at')
      .where('expires_at', '>', now)
      .whereRaw(`expires_at <= ?::timestamptz + make_interval(days => ?)`, [
        now,
        days,
      ])
      // Who made it for so short a time knows.
      .whereRaw(`created_at < expires_at - make_interval(days => ?)`, [days])
      .whereRaw('(reminded_days IS NULL OR reminded_days > ?)', [days])
      .update({ reminded_days: days })
      .returning(RECORD_COLUMNS);
    return rows.map(toMachineTokenRecord);
  }

  async returnReminder(id: string, days: number): Promise<void> {
    await this.#table()
      .where({ id, reminded_days: days })
      .update({ reminded_days: null });
  }

  #table() {
    return this.knex<DbMachineTokensRow>('machine_tokens');
  }
}
