import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createEntityReaderCondition } from '@nerds/plugin-access-common';
import { buildComponent, startCatalog } from '../__testUtils__/startCatalog';

const ENTITIES = [
  buildComponent('balie', { type: 'service', owner: 'burgerzaken' }),
  buildComponent('loket', { type: 'website', owner: 'burgerzaken' }),
  buildComponent('kluis', {
    type: 'service',
    owner: 'burgerzaken',
    visibility: 'team',
  }),
  buildComponent('archief', {
    type: 'library',
    owner: 'burgerzaken',
    visibility: 'team',
  }),
  buildComponent('dossier', {
    type: 'ml-model',
    owner: 'vergunningen',
    visibility: 'team',
  }),
];

const conditional = (conditions: object): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: conditions as any,
});
const memberOf = (...teams: string[]) =>
  conditional(
    createEntityReaderCondition(teams.map(team => `group:default/${team}`)),
  );
const DECISIONS: Record<string, PolicyDecision> = {
  jan: memberOf('burgerzaken'),
  els: memberOf('vergunningen', 'parkeren'),
  piet: memberOf(),
  auditor: { result: AuthorizeResult.ALLOW },
  stranger: { result: AuthorizeResult.DENY },
  // a policy of an operator
  odd: conditional({ not: createEntityReaderCondition([]) }),
};

const READER = 'metadata.annotations.nerds.overheid.nl/readable-by';

/** Each as the address has it, and as the catalog has it in a body. */
const FILTERS: [string, object | undefined][] = [
  ['', undefined],
  ['filter=kind%3Dcomponent', { kind: 'component' }],
  ['filter=kind%3DComponent', { kind: 'Component' }],
  ['filter=kind=api', { kind: 'api' }],
  [
    'filter=spec.type=service,spec.type=library&filter=metadata.name=dossier',
    {
      $any: [
        { 'spec.type': { $in: ['service', 'library'] } },
        { 'metadata.name': 'dossier' },
      ],
    },
  ],
  ['filter=spec.owner', { 'spec.owner': { $exists: true } }],
  [
    'filter=constructor=x,toString',
    { constructor: 'x', toString: { $exists: true } } as object,
  ],
  // who asks for what only others may see
  [
    `filter=${READER}=group:default/vergunningen`,
    { [READER]: 'group:default/vergunningen' },
  ],
];

describe('createCountRouter', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  beforeAll(async () => {
    catalog = await startCatalog({
      knex: await databases.init('POSTGRES_18'),
      entities: ENTITIES,
      decide: name => DECISIONS[name],
    });
  }, 120_000);
  afterAll(async () => {
    await catalog?.stop();
  });

  describe.each(Object.keys(DECISIONS))('for %s', name => {
    it.each(FILTERS)(
      'counts values as the catalog does: %s',
      async (filter, query) => {
        const facets = ['kind', 'spec.type', 'metadata.name', 'spec.nothing'];
        const asked = facets.map(facet => `facet=${facet}`).join('&');
        const ours = await catalog.get(
          `/entity-facets?${asked}&${filter}`,
          name,
        );
        const theirs = await catalog.post(
          '/entity-facets',
          { facets, query },
          name,
        );
        expect(ours.body).toEqual(theirs.body);
        expect(ours.body.facets).toBeDefined();
      },
    );

    it.each(FILTERS)(
      'counts entities as the catalog does: %s',
      async (filter, query) => {
        const path = '/entities/by-query';
        const ours = await catalog.get(`${path}?limit=0&${filter}`, name);
        const theirs = await catalog.post(path, { limit: 0, query }, name);
        expect(ours.body).toEqual(theirs.body);
        expect(ours.body.totalItems).toBeDefined();
        const order = 'orderField=metadata.name,asc';
        const ordered = await catalog.get(
          `${path}?limit=0&${order}&${filter}`,
          name,
        );
        expect(ordered.body).toEqual(ours.body);
      },
    );
  });

  it('counts what is of the own team and not what is of another', async () => {
    const count = async (name: string) => {
      const { body } = await catalog.get(
        '/entity-facets?facet=spec.type',
        name,
      );
      return body.facets['spec.type'].map((it: any) => [it.value, it.count]);
    };
    const open = [
      ['service', 1],
      ['website', 1],
    ];
    expect(await count('piet')).toEqual(open);
    expect(await count('els')).toEqual([['ml-model', 1], ...open]);
    expect(await count('jan')).toEqual([
      ['library', 1],
      ['service', 2],
      ['website', 1],
    ]);
  });

  it.each([
    ['/entity-facets?', 'facet'],
    ['/entity-facets?facet=', 'facet'],
    ['/entity-facets?facet=kind&filter=%3Dcomponent', 'filter'],
    ['/entities/by-query?limit=0&filter=%3Dcomponent', 'filter'],
    ['/entities/by-query?limit=0&totalItems=perhaps', 'totalItems'],
  ])('leaves it to the catalog what is wrong with %s', async (path, about) => {
    const { body } = await catalog.get(path, 'jan').expect(400);
    expect(body.error.message).toContain(about);
  });

  it('leaves to the catalog what is more than a number', async () => {
    const path = '/entities/by-query?limit=1&filter=spec.type=service';
    const { body } = await catalog.get(path, 'jan').expect(200);
    expect(body).toMatchObject({ totalItems: 2, items: [{}] });
    const typed = '/entities/by-query?limit=0&orderField=spec.type,asc';
    const { body: ofType } = await catalog.get(typed, 'jan').expect(200);
    expect(ofType).toMatchObject({ totalItems: 4, items: [] });
    const text = '/entities/by-query?limit=0&fullTextFilterTerm=balie';
    await catalog
      .get(`${text}&fullTextFilterFields=metadata.name`, 'jan')
      .expect(({ body: found }) => expect(found.totalItems).toBe(1));
  });

  it('counts once for all what is the same for all', async () => {
    const listAsked = async (path: string) => {
      catalog.auditor.createEvent.mockClear();
      await Promise.all(
        ['jan', 'els', 'piet'].map(name => catalog.get(path, name).expect(200)),
      );
      return catalog.auditor.createEvent.mock.calls
        .map(([event]) => `${event.request?.method} ${event.eventId}`)
        .sort();
    };
    const times = (event: string) => Array(3).fill(event);
    // what the portal asks itself: what is open, and what is of the teams of two
    expect(await listAsked('/entity-facets?facet=spec.owner')).toEqual([
      ...times('GET entity-facets'),
      ...times('POST entity-facets'),
    ]);
    const count = '/entities/by-query?limit=0&filter=spec.type=website';
    expect(await listAsked(count)).toEqual([
      'GET entity-facets',
      ...times('GET entity-fetch'),
    ]);
  });
});
