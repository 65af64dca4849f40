import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';

const initDatabase = createMigratedDatabases();
const directory = resolvePackagePath(
  '@nerds/plugin-catalog-sources-backend',
  'migrations',
);

it('20261123130000_create_catalog_sources goes up and down, also with data', async () => {
  const knex = await initDatabase();
  await knex('sources').insert({
    id: 'proef',
    title: { nl: 'Proef', en: 'Trial' },
    kind: 'register',
    plugin_id: 'catalog',
    task_id: 'catalog-source:proef',
    registered_at: new Date(),
  });
  await knex.migrate.down({ directory });
  await expect(knex.schema.hasTable('sources')).resolves.toBe(false);
  await expect(knex.schema.hasTable('item_errors')).resolves.toBe(false);
  await knex.migrate.latest({ directory });
  await expect(knex('sources')).resolves.toEqual([]);
}, 60_000);
