import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  buildNewCluster,
  createTestDatabases,
  createTestLedger,
  DEFAULT_CREATE_OPTIONS,
} from '../__testUtils__/testLedger';

const initDatabase = createTestDatabases();
const directory = resolvePackagePath(
  '@nerds/plugin-free-tier-backend',
  'migrations',
);

const tablesOf = async (knex: Knex): Promise<string[]> => {
  const { rows } = await knex.raw(
    `SELECT table_name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name NOT LIKE 'knex%'
     ORDER BY table_name`,
  );
  return rows.map((row: { table_name: string }) => row.table_name);
};

describe('migrations', () => {
  it('20261123000000_create_ledger goes up and down, also with data', async () => {
    const knex = await initDatabase();
    const { store } = await createTestLedger(knex);
    expect(await tablesOf(knex)).toEqual([
      'cluster_activity',
      'clusters',
      'idempotency_keys',
      'machine_credentials',
      'team_quota',
    ]);
    await store.createCluster(buildNewCluster(), {
      ...DEFAULT_CREATE_OPTIONS,
      idempotency: { key: 'a', requestHash: 'b' },
    });
    await knex.migrate.down({ directory });
    expect(await tablesOf(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toHaveLength(5);
  });

  it('refuses two living clusters of one name or one namespace, and a negative place', async () => {
    const knex = await initDatabase();
    const { store } = await createTestLedger(knex);
    const first = buildNewCluster();
    await store.createCluster(first, DEFAULT_CREATE_OPTIONS);
    const row = await knex('clusters').first();
    const columns = Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        value !== null && typeof value === 'object' && !(value instanceof Date)
          ? JSON.stringify(value)
          : value,
      ]),
    );
    const insert = (overrides: object) =>
      knex('clusters').insert({
        ...columns,
        id: '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11',
        ...overrides,
      });
    await expect(insert({ kubernetes_namespace: 'other' })).rejects.toThrow(
      /clusters_living_name/,
    );
    await expect(insert({ name: 'other' })).rejects.toThrow(
      /clusters_living_namespace/,
    );
    await insert({ state: 'deleted' });
    await expect(knex('team_quota').update({ used: -1 })).rejects.toThrow(
      /team_quota_not_negative/,
    );
  });
});
