import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { Knex } from 'knex';
import { catalogModuleVisibility } from '../module';
import { isReadableBy } from '../rules/isReadableBy';
import { ensureReaderIndex, READER_INDEX } from './ensureReaderIndex';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

async function findDefinition(knex: Knex): Promise<string | undefined> {
  const row = await knex('pg_indexes')
    .where({ indexname: READER_INDEX })
    .first('indexdef');
  return row?.indexdef;
}

describe('ensureReaderIndex', () => {
  it('is there after the first start of a catalog and after another, for what the condition asks', async () => {
    const knex = await databases.init('POSTGRES_18');
    const { key } = isReadableBy.toQuery({ readers: [] }) as { key: string };
    const logger = mockServices.logger.mock();
    for (let start = 0; start < 2; start++) {
      const backend = await startTestBackend({
        features: [
          catalogPlugin,
          catalogModuleVisibility,
          mockServices.database.mock({ getClient: async () => knex }).factory,
          mockServices.rootConfig.factory(),
          logger.factory,
        ],
      });
      await backend.stop();
      const definition = await findDefinition(knex);
      expect(definition).toContain(
        'ON public.search USING btree (entity_id, value)',
      );
      expect(definition).toContain(`'${key.toLowerCase()}'`);
    }
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('fails without the table of the catalog', async () => {
    const knex = await databases.init('POSTGRES_18');
    await expect(ensureReaderIndex(knex)).rejects.toThrow('"search"');
    expect(await findDefinition(knex)).toBeUndefined();
  });
});
