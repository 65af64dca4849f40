import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Knex } from 'knex';
import {
  buildDocument,
  createTestDatabases,
  createTestIndex,
} from '../__testUtils__/testIndex';
import { DocumentStore } from '../database/DocumentStore';
import { DocumentIndexer } from './DocumentIndexer';

const initDatabase = createTestDatabases();

describe('DocumentIndexer', () => {
  let knex: Knex;
  let test: Awaited<ReturnType<typeof createTestIndex>>;

  const listTitles = async () =>
    (
      await knex('search_documents')
        .orderBy('title')
        .select<{ type: string; title: string }[]>('type', 'title')
    ).map(({ type, title }) => `${type} ${title}`);

  beforeEach(async () => {
    knex = await initDatabase();
    test = await createTestIndex(knex);
    await knex('search_documents').delete();
    await test.fill([buildDocument('een'), buildDocument('twee')]);
    await test.fill([buildDocument('een')], 'techdocs');
  });

  it('adds, changes and removes, of its own type alone', async () => {
    await test.fill([
      buildDocument('twee', { text: 'Nu met tekst' }),
      buildDocument('drie'),
    ]);
    expect(await listTitles()).toEqual([
      'software-catalog drie',
      'techdocs een',
      'software-catalog twee',
    ]);
    const { document } = await knex('search_documents')
      .where({ title: 'twee' })
      .first('document');
    expect(document.text).toBe('Nu met tekst');
  });

  it('writes nothing when nothing has changed', async () => {
    const rows = () =>
      knex('search_documents').orderBy('id').select(knex.raw('id, xmin::text'));
    const before = await rows();
    await test.fill([buildDocument('een'), buildDocument('twee')]);
    expect(await rows()).toEqual(before);
  });

  it('takes note of who may see a document', async () => {
    await test.fill([
      buildDocument('een', { readableBy: 'group:default/x' }),
      buildDocument('twee', { readableBy: undefined }),
      { title: 'drie', text: '', location: '/drie' },
    ]);
    const rows = await knex('search_documents')
      .where({ type: 'software-catalog' })
      .orderBy('title')
      .select('title', 'readable_by');
    expect(rows).toEqual([
      { title: 'drie', readable_by: 'everyone' },
      { title: 'een', readable_by: 'group:default/x' },
      { title: 'twee', readable_by: 'nobody' },
    ]);
  });

  it('keeps what there is when a source gives nothing, or fails half way', async () => {
    await test.fill([]);
    expect(test.logger.warn).toHaveBeenCalledTimes(1);
    async function* failing() {
      for (let index = 0; index < 600; index++) {
        yield buildDocument(`nieuw ${index}`);
      }
      throw new Error('The source is gone');
    }
    await expect(
      pipeline(
        Readable.from(failing()),
        new DocumentIndexer({
          type: 'software-catalog',
          store: new DocumentStore(knex),
          logger: test.logger,
        }),
      ),
    ).rejects.toThrow('The source is gone');
    expect(await listTitles()).toEqual([
      'software-catalog een',
      'techdocs een',
      'software-catalog twee',
    ]);
    // and no connection is left waiting in a transaction
    const { rows } = await knex.raw(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(rows[0].waiting).toBe(0);
  });

  it('takes what no database would: null characters, half characters, very long words and texts', async () => {
    await test.fill([
      buildDocument('raar\0 \ud800 document', {
        text: `${'x'.repeat(5_000)} ${'woord '.repeat(200_000)}`,
      }),
    ]);
    expect(await listTitles()).toContain('software-catalog raar document');
  });
});
