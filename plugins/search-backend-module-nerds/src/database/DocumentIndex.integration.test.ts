import type { Knex } from 'knex';
import type { TextPart } from '@nerds/plugin-search-common';
import {
  buildDocument,
  createTestDatabases,
  createTestIndex,
} from '../__testUtils__/testIndex';
import type { IndexQuery } from '../domain/SearchRequest';

const initDatabase = createTestDatabases();
const TYPES = ['software-catalog', 'techdocs'];

const toText = (parts: TextPart[]) =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

describe('DocumentIndex', () => {
  let knex: Knex;
  let test: Awaited<ReturnType<typeof createTestIndex>>;

  const find = (query: string, rest: Partial<IndexQuery> = {}) =>
    test.index.find({
      query,
      types: TYPES,
      readers: 'everything',
      offset: 0,
      limit: 20,
      ...rest,
    });
  const findTitles = async (query: string, rest?: Partial<IndexQuery>) =>
    (await find(query, rest)).documents.map(({ document }) => document.title);

  beforeAll(async () => {
    knex = await initDatabase();
    test = await createTestIndex(knex);
  });

  describe('with what government writes', () => {
    const TITLES = [
      'Vergunning aanvragen',
      'Vergunningaanvraag',
      'Gemeente Utrecht',
      'Coördinatie van crèches',
      'Adresgegevens',
      'Huis en haard',
      'Brieven aan burgers',
      'Basisregistratie personen',
      'Foto’s en ideeën',
      'Deployments of services',
      'burgerzaken-api',
      'Façade à la carte',
    ];

    beforeAll(() => test.fill(TITLES.map(title => buildDocument(title))));

    it.each([
      ['vergunningen', 'Vergunning aanvragen'],
      ['vergunning', 'Vergunning aanvragen'],
      ['VERGUNNING Aanvraag', 'Vergunning aanvragen'],
      ['vergunningaanvragen', 'Vergunning aanvragen'],
      ['aanvraag', 'Vergunningaanvraag'],
      ['vergunningen', 'Vergunningaanvraag'],
      ['gemeente', 'Gemeente Utrecht'],
      ['gemeentes', 'Gemeente Utrecht'],
      ['gemeenten', 'Gemeente Utrecht'],
      ['de gemeente van', 'Gemeente Utrecht'],
      ['coordinatie', 'Coördinatie van crèches'],
      ['coördinatie', 'Coördinatie van crèches'],
      ['coo\u0308rdinatie', 'Coördinatie van crèches'],
      ['creche', 'Coördinatie van crèches'],
      ['facade', 'Façade à la carte'],
      ['gegevens', 'Adresgegevens'],
      ['adressen', 'Adresgegevens'],
      ['huizen', 'Huis en haard'],
      ['brief', 'Brieven aan burgers'],
      ['registratie persoon', 'Basisregistratie personen'],
      ['basisregistraties', 'Basisregistratie personen'],
      ['foto', 'Foto’s en ideeën'],
      ['idee', 'Foto’s en ideeën'],
      ['deployment', 'Deployments of services'],
      ['deploying a service', 'Deployments of services'],
      ['burgerzaken', 'burgerzaken-api'],
      ['burgerzaken api', 'burgerzaken-api'],
      ['Burgerzaken/API', 'burgerzaken-api'],
      // the last word is not finished yet
      ['gem', 'Gemeente Utrecht'],
      ['vergunning aanv', 'Vergunning aanvragen'],
      // nothing but words that are everywhere
      ['van', 'Coördinatie van crèches'],
    ])('%s finds %s', async (query, title) => {
      expect(await findTitles(query)).toContain(title);
    });

    it.each([
      'vergunning gemeente',
      'rijbewijs',
      'unning',
      "'; DROP TABLE x--",
    ])('%s finds nothing', async query => {
      expect(await find(query)).toEqual({
        total: 0,
        facets: [],
        documents: [],
        entityRefs: [],
      });
    });

    it.each(['(', "a'b", '\\', '<b>', ':*', '!x & y', '%', 'x:*', '\0', '½'])(
      'takes %p for text',
      async query => {
        await expect(find(query)).resolves.toBeDefined();
      },
    );
  });

  describe('the order', () => {
    beforeAll(() =>
      test.fill([
        buildDocument('Iets anders', {
          text: 'Gaat ergens ook over een parkeervergunning.',
        }),
        buildDocument('Over de parkeervergunning', { text: 'Een uitleg.' }),
        buildDocument('Parkeervergunning'),
        buildDocument('Getagd', { keywords: ['parkeervergunning'] }),
      ]),
    );

    it('has the title that was typed first, then titles, then keywords, then text', async () => {
      expect(await findTitles('parkeervergunning')).toEqual([
        'Parkeervergunning',
        'Over de parkeervergunning',
        'Getagd',
        'Iets anders',
      ]);
    });
  });

  describe('what was searched for', () => {
    const TEXT = `${'Een lange inleiding die nergens over gaat. '.repeat(
      20,
    )}Dan <script>alert("x")</script> & de Coördinatie van vergunningen.`;

    beforeAll(() =>
      test.fill([buildDocument('<b>Coördinatie</b> & co', { text: TEXT })]),
    );

    it('is marked in title and text as it stands there, and is never markup', async () => {
      const [{ title, excerpt }] = (await find('coordinatie vergunning'))
        .documents;
      expect(title).toEqual([
        { text: '<b>', isMatch: false },
        { text: 'Coördinatie', isMatch: true },
        { text: '</b> & co', isMatch: false },
      ]);
      expect(toText(excerpt)).toMatch(
        /^… .*Dan <script>alert\("x"\)<\/script> & de \[Coördinatie\] van \[vergunningen\]\.$/,
      );
    });
  });

  describe('with 3,000 documents', () => {
    const TEAM = 'group:default/burgerzaken';
    const KINDS = [
      { kind: 'Component', type: 'service' },
      { kind: 'API', type: 'openapi' },
      { kind: 'Resource', type: 'dataset' },
      { kind: 'Template', type: 'service' },
    ];

    beforeAll(async () => {
      const documents = Array.from({ length: 3_000 }, (_, index) =>
        buildDocument(`Registratie ${index}`, {
          ...KINDS[index % KINDS.length],
          text: `Beschrijving van registratie ${index} voor gemeenten.`,
          readableBy: index % 10 === 0 ? TEAM : 'everyone',
        }),
      );
      await test.fill(documents);
      await test.fill(
        documents.slice(0, 100).map(document => ({
          ...document,
          title: `Handleiding ${document.title}`,
        })),
        'techdocs',
      );
    });

    it('counts per category only what somebody may see', async () => {
      const all = await find('registraties');
      expect(all.total).toBe(3_100);
      const { total, facets } = await find('registraties', {
        readers: ['everyone'],
      });
      expect(total).toBe(2_790);
      const counts = Object.fromEntries(
        facets.map(({ category, count }) => [category, count]),
      );
      expect(counts).toEqual({
        service: 600,
        api: 750,
        dataset: 600,
        template: 750,
        documentation: 90,
      });
    });

    it('counts every category also when one was asked for', async () => {
      const { total, facets, documents } = await find('registraties', {
        category: 'dataset',
      });
      expect(total).toBe(750);
      expect(facets).toHaveLength(5);
      expect(new Set(documents.map(({ category }) => category))).toEqual(
        new Set(['dataset']),
      );
    });

    it('has every document on one page, once', async () => {
      const seen: string[] = [];
      for (let offset = 0; offset < 3_100; offset += 500) {
        seen.push(...(await findTitles('registratie', { offset, limit: 500 })));
      }
      expect(seen).toHaveLength(3_100);
      expect(new Set(seen).size).toBe(3_100);
    });

    it('finds by a field, and everything without a word', async () => {
      const { total } = await find('', {
        filters: { kind: ['API', 'Template'], type: 'openapi' },
      });
      expect(total).toBe(750 + 25);
    });

    it('puts what is asked for live among it', async () => {
      const { facets, documents } = await find('registratie 42', {
        clusters: [
          {
            title: 'registratie-42',
            keywords: ['burgerzaken'],
            text: 'Proef',
            location: '/clusters/1',
            ownedBy: TEAM,
            type: 'ready',
          },
          {
            title: 'iets-anders',
            keywords: [],
            text: '',
            location: '/clusters/2',
            ownedBy: TEAM,
            type: 'ready',
          },
        ],
      });
      expect(facets).toContainEqual({ category: 'cluster', count: 1 });
      expect(
        documents.slice(0, 2).map(({ document }) => document.title),
      ).toEqual(['Registratie 42', 'registratie-42']);
    });
  });
});
