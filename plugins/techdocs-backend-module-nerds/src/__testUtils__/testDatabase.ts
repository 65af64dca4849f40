import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrateDatabase } from '../database/migrateDatabase';

/**
 * Call once per test file; gives the file's tests databases on PostgreSQL 18.
 * Where that is not to be had, the tests fail rather than pass unseen.
 */
export function createTestDatabases(): () => Promise<Knex> {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  return () => databases.init('POSTGRES_18');
}

/** The same, with the tables of the module. */
export function createMigratedDatabases(): () => Promise<Knex> {
  const init = createTestDatabases();
  return async () => {
    const knex = await init();
    return migrateDatabase({ getClient: async () => knex });
  };
}
