import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  buildNewToken,
  createTestDatabases,
  createTestStore,
} from '../__testUtils__/testDatabase';

const initDatabase = createTestDatabases();
const directory = resolvePackagePath(
  '@nerds/plugin-machine-access-backend',
  'migrations',
);

jest.setTimeout(60_000);

describe('migrations', () => {
  it('20261123100000_create_machine_tokens goes up and down, also with data', async () => {
    const knex = await initDatabase();
    const store = await createTestStore(knex);
    await store.insertToken(buildNewToken());
    await knex.migrate.down({ directory });
    await expect(knex.schema.hasTable('machine_tokens')).resolves.toBe(false);
    await knex.migrate.latest({ directory });
    await expect(knex('machine_tokens').select()).resolves.toEqual([]);
  });
});
