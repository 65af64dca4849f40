import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  DatabaseTokenStore,
  migrateDatabase,
} from '../database/DatabaseTokenStore';
import type { NewToken } from '../database/TokenStore';

/** An instant that tests count from. */
export const NOW = new Date('2026-11-23T09:00:00.000Z');

export const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Call once per test file; gives the file's tests databases on PostgreSQL 18.
 * Where that is not to be had, the tests fail rather than pass unseen.
 */
export function createTestDatabases(): () => Promise<Knex> {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  return () => databases.init('POSTGRES_18');
}

export async function createTestStore(knex: Knex): Promise<DatabaseTokenStore> {
  await migrateDatabase({ getClient: async () => knex });
  return new DatabaseTokenStore(knex);
}

let count = 0;

export function buildNewToken(overrides: Partial<NewToken> = {}): NewToken {
  count += 1;
  return {
    id: `token-${count}`,
    name: `token-${count}`,
    team: 'group:default/burgerzaken',
    permissions: ['free-tier.cluster.read'],
    createdBy: 'user:default/dev-burgerzaken',
    createdAt: NOW,
    expiresAt: new Date(NOW.getTime() + 90 * DAY_MS),
    secretHash: Buffer.alloc(32, count),
    ...overrides,
  };
}
