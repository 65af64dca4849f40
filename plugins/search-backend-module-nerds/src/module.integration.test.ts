import type { Entity } from '@backstage/catalog-model';
import { READABLE_BY_ANNOTATION } from '@nerds/plugin-access-common';
import {
  searchPermissions,
  type SearchResult,
} from '@nerds/plugin-search-common';
import type { Knex } from 'knex';
import { startFreeTier } from './__testUtils__/startFreeTier';
import { startSearch } from './__testUtils__/startSearch';
import { startTechDocs } from './__testUtils__/startTechDocs';
import { createTestDatabases } from './__testUtils__/testIndex';

const initDatabase = createTestDatabases();

const TEAM = 'group:default/burgerzaken';

function buildEntity(
  kind: string,
  name: string,
  options: { type?: string; readableBy?: string; title?: string } = {},
): Entity {
  const { type = 'service', readableBy = 'everyone', title = name } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      title,
      description: `Alles over parkeren, van ${title}.`,
      annotations: { [READABLE_BY_ANNOTATION]: readableBy },
      tags: ['parkeren'],
    },
    spec: { type, owner: TEAM, lifecycle: 'production' },
  };
}

const toTitles = (items: SearchResult[]) =>
  items.map(({ title }) => title.map(({ text }) => text).join(''));

describe('searchModuleNerds', () => {
  const secret = buildEntity('Component', 'geheim-parkeren', {
    readableBy: TEAM,
  });
  const entities = [
    buildEntity('Component', 'parkeren'),
    buildEntity('API', 'parkeren-api', { type: 'openapi' }),
    buildEntity('Resource', 'parkeerdata', { type: 'dataset' }),
    buildEntity('Template', 'parkeer-sjabloon'),
    {
      ...buildEntity('User', 'jansen'),
      // people have no type
      spec: { profile: { displayName: 'J. Jansen', email: 'jansen@x.nl' } },
    },
    secret,
  ];
  let knex: Knex;
  let freeTier: Awaited<ReturnType<typeof startFreeTier>>;
  let techDocs: Awaited<ReturnType<typeof startTechDocs>>;
  let search: Awaited<ReturnType<typeof startSearch>>;

  beforeAll(async () => {
    knex = await initDatabase();
    freeTier = await startFreeTier();
    techDocs = await startTechDocs([
      { title: 'Heffing', text: 'Zo wordt geheven.', location: 'heffing/' },
    ]);
    search = await startSearch({
      knex,
      entities,
      freeTierUrl: freeTier.url,
      techDocsUrl: techDocs.url,
    });
    await search.run('search_index_software_catalog');
  });

  beforeEach(() => {
    freeTier.state.status = 200;
    freeTier.state.clusters = [];
    freeTier.state.asked = [];
  });

  afterAll(async () => {
    await freeTier.stop();
    await techDocs.stop();
  });

  it('finds what is in the catalog, marked, counted and with where it is', async () => {
    const { status, body } = await search.get('/results?q=parkeren', 'els');
    expect(status).toBe(200);
    expect(toTitles(body.items)).toContain('parkeren-api');
    expect(body.items[0]).toEqual({
      category: 'service',
      title: [{ text: 'parkeren', isMatch: true }],
      excerpt: [
        { text: 'Alles over ', isMatch: false },
        { text: 'parkeren', isMatch: true },
        { text: ', van ', isMatch: false },
        { text: 'parkeren', isMatch: true },
        { text: '.', isMatch: false },
      ],
      location: '/catalog/default/component/parkeren',
      owner: TEAM,
      specType: 'service',
      lifecycle: 'production',
    });
    expect(body).toMatchObject({ total: 5, page: 1, unavailable: [] });
    expect(
      Object.fromEntries(
        body.facets.map((facet: { category: string; count: number }) => [
          facet.category,
          facet.count,
        ]),
      ),
    ).toEqual({ service: 1, api: 1, dataset: 1, template: 1, person: 1 });
  });

  it('tells which permissions it asks the policy for', async () => {
    const { status, body } = await search.getStock(
      '/.well-known/backstage/permissions/metadata',
      'els',
    );
    expect(status).toBe(200);
    expect(body.permissions).toEqual(searchPermissions);
  });

  it('pages', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map(page =>
        search.get(`/results?q=parkeren&page=${page}&pageSize=2`, 'els'),
      ),
    );
    expect(pages.map(({ body }) => body.items.length)).toEqual([2, 2, 1]);
    const all = pages.flatMap(({ body }) => toTitles(body.items));
    expect(new Set(all).size).toBe(5);
  });

  it('shows and counts an entity of a team to nobody else', async () => {
    const own = await search.get('/results?q=geheim', 'jan');
    expect(toTitles(own.body.items)).toEqual(['geheim-parkeren']);
    const platform = await search.get('/results?q=geheim', 'platform');
    expect(platform.body.total).toBe(1);
    const other = await search.get('/results?q=geheim', 'els');
    expect(other.body).toMatchObject({ total: 0, items: [], facets: [] });
    expect(other.text).not.toContain('geheim');
  });

  it('names an owner in full, of an entity and of its documentation', async () => {
    const buildOwned = (name: string, owner: string): Entity => {
      const { metadata, ...rest } = buildEntity('Component', name);
      const annotations = {
        ...metadata.annotations,
        'backstage.io/techdocs-ref': 'dir:.',
      };
      return {
        ...rest,
        metadata: { name, annotations },
        spec: { type: 'service', owner },
      };
    };
    const entity = buildOwned('heffing', 'burgerzaken');
    const broken = buildOwned('heffing-oud', 'group:default/');
    entities.push(entity, broken);
    await search.run('search_index_software_catalog');
    await search.run('search_index_techdocs');
    const { body } = await search.get('/results?q=heffing', 'jan');
    expect(
      body.items.map(({ category, owner }: SearchResult) => [category, owner]),
    ).toEqual(
      expect.arrayContaining([
        ['service', TEAM],
        ['documentation', TEAM],
        ['service', undefined],
        ['documentation', undefined],
      ]),
    );
    expect(body.total).toBe(4);

    entities.splice(entities.indexOf(entity), 2);
    await search.run('search_index_software_catalog');
  });

  // Each is looked for by somebody who sees everything first: for that the catalog
  // is not asked, and what it said may count for two seconds.
  it('neither shows nor counts what was set apart after it was indexed', async () => {
    const entity = buildEntity('Component', 'kortstondig');
    entities.push(entity);
    await search.run('search_index_software_catalog');
    const before = await search.get('/results?q=kortstondig', 'platform');
    expect(before.body.items).toHaveLength(1);

    entity.metadata.annotations![READABLE_BY_ANNOTATION] = TEAM;
    for (const rest of ['', '&page=2&pageSize=1', '&category=api']) {
      const after = await search.get(`/results?q=kortstondig${rest}`, 'els');
      expect(after.body).toMatchObject({ total: 0, items: [], facets: [] });
      expect(after.text).not.toContain('kortstondig');
    }
    const others = await search.get('/results?q=parkeren&pageSize=2', 'els');
    expect(others.body.items).toHaveLength(2);
    expect(others.body.total).toBe(5);
    const own = await search.get('/results?q=kortstondig', 'jan');
    expect(own.body.items).toHaveLength(1);
    await search.run('search_index_software_catalog');
    const indexed = await search.get('/results?q=kortstondig', 'els');
    expect(indexed.body.total).toBe(0);
    entities.splice(entities.indexOf(entity), 1);
    await search.run('search_index_software_catalog');
  });

  it('neither shows nor counts what was removed after it was indexed', async () => {
    const entity = buildEntity('Component', 'vluchtig');
    entities.push(entity);
    await search.run('search_index_software_catalog');
    const before = await search.get('/results?q=vluchtig', 'platform');
    expect(before.body.items).toHaveLength(1);

    entities.splice(entities.indexOf(entity), 1);
    const gone = await search.get('/results?q=vluchtig', 'jan');
    expect(gone.body).toMatchObject({ total: 0, items: [], facets: [] });
    await search.run('search_index_software_catalog');
  });

  it('keeps to the same through the API of Backstage', async () => {
    const query = '/query?term=parkeren';
    const { body } = await search.getStock(query, 'els');
    expect(body.results).toHaveLength(5);
    expect(JSON.stringify(body)).not.toContain('geheim');
    const own = (await search.getStock(query, 'jan')).body;
    expect(own.results).toHaveLength(6);
    const { preTag, postTag, fields } = own.results[0].highlight;
    expect(fields.title).toBe(`${preTag}parkeren${postTag}`);
  });

  it('does not keep e-mail addresses of people', async () => {
    const found = await search.get('/results?q=jansen', 'els');
    expect(toTitles(found.body.items)).toEqual(['jansen']);
    expect(found.body.items[0]).not.toHaveProperty('specType');
    const { rows } = await knex.raw(
      `SELECT count(*)::int AS n FROM search_documents WHERE document::text LIKE '%@x.nl%'`,
    );
    expect(rows[0].n).toBe(0);
  });

  describe('clusters', () => {
    it('asks the free tier what the person may see, once for who goes on typing', async () => {
      freeTier.state.clusters = [
        { name: 'parkeren-proef', owner: TEAM },
        { name: 'parkeren-oud', owner: TEAM, state: 'deleted' },
      ];
      const { body } = await search.get(
        '/results?q=parkeren&category=cluster',
        'types',
      );
      expect(toTitles(body.items)).toEqual(['parkeren-proef']);
      expect(body.items[0]).toMatchObject({
        category: 'cluster',
        location: '/clusters/id-0',
        owner: TEAM,
      });
      await search.get('/results?q=parkeren-', 'types');
      await search.get('/results?q=parkeren', 'auditor');
      expect(freeTier.state.asked.map(({ path }) => path)).toEqual([
        '/v1/clusters?scope=teams',
        '/v1/clusters?scope=all',
      ]);
      const [first] = freeTier.state.asked;
      // on behalf of the person, not of the portal
      expect(first.authorization).toContain('user:default/types');
    });

    it.each([500, 200])(
      'are left out, and that is said, when the free tier answers nonsense with %d',
      async status => {
        freeTier.state.status = status;
        freeTier.state.clusters = [{ name: 1 as unknown as string, owner: '' }];
        const person = `asks-during-${status}`;
        const { body } = await search.get('/results?q=parkeren', person);
        expect(body).toMatchObject({ total: 5, unavailable: ['cluster'] });
        // and asked for again with the next search
        freeTier.state.status = 200;
        freeTier.state.clusters = [];
        const next = await search.get('/results?q=parkeren', person);
        expect(next.body).toMatchObject({ total: 5, unavailable: [] });
      },
    );

    it('are left out in a portal without the free tier', async () => {
      freeTier.state.status = 404;
      const { body } = await search.get('/results?q=parkeren', 'asks-without');
      expect(body).toMatchObject({ total: 5, unavailable: [] });
    });
  });

  describe('what was searched for in vain', () => {
    it('is counted per query, without persons and personal data, for who may see it', async () => {
      await knex('search_zero_results').delete();
      for (const query of [
        'Kentekens  opvragen',
        'kentekens opvragen!',
        'rijbewijs',
        'iemand@voorbeeld.nl',
        '123456782',
        '1234.56.782',
        '1011 AB',
      ]) {
        const q = encodeURIComponent(query);
        const { body } = await search.get(`/results?q=${q}`, 'els');
        expect(body.total).toBe(0);
      }
      // of one category only, or not the first page: that says nothing
      await search.get('/results?q=paspoort&category=api', 'els');
      await search.get('/results?q=paspoort&page=2', 'els');
      freeTier.state.status = 500;
      await search.get('/results?q=paspoort', 'asks-during-outage');

      const { status, body } = await search.get('/zero-results', 'platform');
      expect(status).toBe(200);
      const today = new Date().toISOString().slice(0, 10);
      expect(body.items).toEqual([
        { query: 'kentekens opvragen', count: 2, lastOn: today },
        { query: 'rijbewijs', count: 1, lastOn: today },
      ]);
      expect((await search.get('/zero-results', 'els')).status).toBe(403);
      expect((await search.get('/zero-results')).status).toBe(401);
    });

    it('is forgotten after a time, and only the days that were asked for count', async () => {
      const insert = (query: string, days: number) =>
        knex('search_zero_results').insert({
          query,
          count: 1,
          day: knex.raw(`(now() at time zone 'utc')::date - ?::int`, [days]),
        });
      await insert('van vorige week', 7);
      await insert('van lang geleden', 91);
      await search.run('forget-zero-results');
      const list = async (days: number) =>
        (
          await search.get(`/zero-results?days=${days}`, 'platform')
        ).body.items.map(({ query }: { query: string }) => query);
      expect(await list(7)).not.toContain('van vorige week');
      expect(await list(8)).toContain('van vorige week');
      expect(await list(400)).not.toContain('van lang geleden');
    });
  });

  it.each([
    ['/results', 'q', 'field-required'],
    ['/results?q=', 'q', 'field-required'],
    ['/results?q=%20..%20', 'q', 'query-without-words'],
    [`/results?q=${'a'.repeat(101)}`, 'q', 'field-too-long'],
    ['/results?q=a&q=b', 'q', 'field-not-text'],
    ['/results?q=a&category=x', 'category', 'field-not-allowed-value'],
    ['/results?q=a&page=0', 'page', 'field-out-of-range'],
    ['/results?q=a&page=501', 'page', 'field-out-of-range'],
    ['/results?q=a&pageSize=51', 'pageSize', 'field-out-of-range'],
    ['/results?q=a&x=1', 'x', 'field-unknown'],
    ['/zero-results?days=1.5', 'days', 'field-out-of-range'],
  ])('refuses %s', async (path, field, code) => {
    const { status, body } = await search.get(path, 'platform');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field, code }]);
  });

  it('lets nobody in without signing in, but to its description', async () => {
    expect((await search.get('/results?q=parkeren')).status).toBe(401);
    expect((await search.get('/nergens')).status).toBe(401);
    expect((await search.get('/nergens', 'els')).body.code).toBe(
      'route-not-found',
    );
    expect((await search.get('/openapi.json')).status).toBe(200);
  });
});
