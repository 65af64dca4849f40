import type { Knex } from 'knex';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import { DatabaseSourceItemStore } from './DatabaseSourceItemStore';
import { MIGRATIONS } from './migrateDatabase';
import { ResponseStore } from './ResponseStore';

const initDatabase = createMigratedDatabases();
const NOW = new Date('2026-11-23T09:00:00Z');

const tablesOf = async (knex: Knex): Promise<string[]> => {
  const { rows } = await knex.raw(
    `SELECT table_name FROM information_schema.tables
     WHERE table_schema = 'public' ORDER BY table_name`,
  );
  return rows.map((row: { table_name: string }) => row.table_name);
};

describe('migrations', () => {
  it('go up and down, also with data, beside those of the catalog', async () => {
    const knex = await initDatabase();
    const all = [
      'government_items',
      'government_migrations',
      'government_migrations_lock',
      'government_responses',
    ];
    expect(await tablesOf(knex)).toEqual(all);
    const store = new DatabaseSourceItemStore(knex);
    const entity = {
      apiVersion: 'x',
      kind: 'API',
      metadata: { name: 'x' },
      spec: { definition: 'nul: \u0000' },
    };
    const item = {
      itemId: '1',
      entityRef: 'api:registers/x',
      locationKey: 'api-register',
      fingerprint: 'f',
      entityHash: 'h',
      onVanish: 'archive' as const,
      entity,
    };
    await store.saveItems('api-register', [item], NOW);
    expect(await store.getEntities('api-register', ['1', '2'])).toEqual([
      expect.objectContaining({ itemId: '1', entity }),
    ]);
    const responses = new ResponseStore(knex, 'api-register');
    const response = { etag: '"1"', headers: { link: 'x' }, body: '{"é":1}' };
    await responses.saveResponse('https://x.nl', response, NOW);
    expect(await responses.getResponse('https://x.nl')).toEqual(response);
    await responses.deleteUnusedSince(new Date(NOW.getTime() + 1));
    expect(await responses.getResponse('https://x.nl')).toBeUndefined();
    await knex.migrate.down(MIGRATIONS);
    expect(await tablesOf(knex)).toEqual([
      'government_migrations',
      'government_migrations_lock',
    ]);
    await knex.migrate.latest(MIGRATIONS);
    expect(await tablesOf(knex)).toEqual(all);
  });
});
