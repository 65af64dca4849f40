import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createTestDatabases } from '../__testUtils__/testIndex';
import { migrateDatabase } from '../database/migrateDatabase';

const initDatabase = createTestDatabases();

describe('migrations', () => {
  it('empty the index of the engine that was there before, and go back', async () => {
    const knex = await initDatabase();
    await knex.schema.createTable('documents', table => table.text('document'));
    await knex('documents').insert({ document: 'set apart since' });
    const database = { getClient: async () => knex };
    await migrateDatabase(database);
    await migrateDatabase(database);
    expect(await knex('documents')).toEqual([]);
    expect(await knex.schema.hasTable('search_documents')).toBe(true);

    await knex.migrate.rollback({
      directory: resolvePackagePath(
        '@nerds/plugin-search-backend-module-nerds',
        'migrations',
      ),
      tableName: 'nerds_search_migrations',
    });
    expect(await knex.schema.hasTable('search_documents')).toBe(false);
    expect(await knex.schema.hasTable('search_zero_results')).toBe(false);
  });
});
