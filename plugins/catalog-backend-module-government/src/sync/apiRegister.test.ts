import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  buildApi,
  buildDefinition,
  buildMany,
} from '../__testUtils__/builders';
import {
  FakeRegisterServer,
  type Fault,
} from '../__testUtils__/FakeRegisterServer';
import { SyncBench } from '../__testUtils__/SyncBench';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';

const initDatabase = createMigratedDatabases();
const NOTHING = {
  read: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  archived: 0,
  removed: 0,
  failed: 0,
};

describe('import of the API register', () => {
  let server: FakeRegisterServer;
  let bench: SyncBench;
  let knex: Knex;

  const createBench = (config?: JsonObject) =>
    new SyncBench({ server, knex, key: 'apiRegister', config });

  beforeAll(async () => {
    server = await FakeRegisterServer.start();
    knex = await initDatabase();
  });

  beforeEach(async () => {
    server.reset();
    bench = createBench();
    await bench.store.keepSources([]);
  });

  afterAll(() => server.stop());

  const fill = (count: number) => {
    // most of a large register without a description, to save the test time
    server.apis = buildMany(count, number =>
      buildApi(number, number < 50 ? {} : { oasUrl: null }),
    );
    for (const { id, title, oasUrl } of server.apis) {
      if (oasUrl) server.definitions.set(id, buildDefinition(title));
    }
  };

  it('takes 1,500 APIs over in small steps, and then only what changes', async () => {
    fill(1_500);
    const first = await bench.run();
    expect(first).toMatchObject({ state: 'succeeded', itemErrors: [] });
    // the organisations that own them come along
    expect(first.counts).toEqual({ ...NOTHING, read: 1_520, added: 1_520 });
    expect(bench.titles('API')).toHaveLength(1_500);
    expect(bench.titles('Group')).toHaveLength(20);
    expect(Math.max(...bench.mutationSizes)).toBeLessThanOrEqual(500);

    server.requests.length = 0;
    bench.mutationSizes.length = 0;
    const second = await bench.run();
    expect(second.counts).toEqual({
      ...NOTHING,
      read: 1_520,
      unchanged: 1_520,
    });
    expect(bench.mutationSizes).toEqual([]);
    expect(server.countRequests(/^\/api-register\/apis$/)).toBe(15);
    expect(server.requests).toHaveLength(15);

    server.apis[7] = buildApi(7, { title: 'Andere naam' });
    const third = await bench.run();
    expect(third.counts).toMatchObject({ changed: 1, unchanged: 1_519 });
    expect(bench.mutationSizes).toEqual([1]);
    expect(bench.find('Andere naam')).toMatchObject({
      kind: 'API',
      spec: { owner: 'group:registers/gemeente-gm0007' },
    });
  });

  it('asks for details again after a day, and gets them only when they changed', async () => {
    fill(3);
    await bench.run();
    server.definitions.set('api-1', buildDefinition('Nieuwe versie'));
    expect((await bench.run()).counts.changed).toBe(0);
    bench.passDays(1);
    server.requests.length = 0;
    const { counts } = await bench.run();
    expect(counts).toMatchObject({ changed: 1, unchanged: 5 });
    expect(bench.find('Voorbeeld-API 1')?.spec?.definition).toContain(
      'Nieuwe versie',
    );
    const conditional = server.requests.filter(
      ({ headers }) => headers['if-none-match'],
    );
    expect(conditional).toHaveLength(server.requests.length);
  });

  it('owns what a team of the catalog has by that team’s organisation', async () => {
    fill(1);
    bench.groups = [
      {
        entityRef: 'group:default/voorbeeld',
        tooiUri: server.apis[0].organisation.uri,
      },
    ];
    await bench.run();
    expect(bench.find('Voorbeeld-API 0')?.spec?.owner).toBe(
      'group:default/voorbeeld',
    );
    expect(bench.titles('Group')).toEqual([]);
  });

  it('leaves to the people of an organisation what they describe themselves', async () => {
    fill(3);
    await bench.run();
    // somebody of another organisation
    bench.claims = [{ id: 'api-2', ownerRefs: ['group:default/vreemd'] }];
    expect((await bench.run()).counts).toMatchObject({ unchanged: 6 });
    const ownerRefs = ['group:default/team', 'group:registers/gemeente-gm0002'];
    bench.claims.push({ id: 'api-2', ownerRefs });
    expect((await bench.run()).counts).toMatchObject({ removed: 1 });
    expect(bench.titles('API')).toEqual(['Voorbeeld-API 0', 'Voorbeeld-API 1']);
    expect((await bench.run()).counts).toMatchObject({ removed: 0, added: 0 });
    bench.claims = [];
    expect((await bench.run()).counts).toMatchObject({ added: 1 });
  });

  it('says of each item that cannot be used why, and takes the rest', async () => {
    fill(6);
    server.apis[1] = buildApi(1, { title: '  ' });
    server.apis[2] = buildApi(2, { organisation: undefined });
    server.apis[3] = buildApi(3, { id: 'raar\u0000' });
    server.apis[4] = null;
    // PostgreSQL has no room for a NUL, and takes all others down with it
    server.apis[5] = buildApi(5, { title: 'Voorbeeld-\u0000API 5' });
    server.apis.push(buildApi(0, { title: 'Nog een keer' }));
    const { state, counts, itemErrors } = await bench.run();
    expect(state).toBe('incomplete');
    expect(counts).toMatchObject({ failed: 5 });
    expect(itemErrors).toEqual([
      expect.objectContaining({ itemId: 'api-0' }),
      expect.objectContaining({
        itemId: 'api-1',
        itemUrl: `${server.baseUrl}/api-register/apis/api-1`,
        field: 'title',
      }),
      expect.objectContaining({ itemId: 'api-2', field: 'organisation' }),
      expect.objectContaining({ itemId: 'page 1, 4', field: 'id' }),
      expect.objectContaining({ itemId: 'page 1, 5' }),
    ]);
    expect(itemErrors?.[0].message.nl).toContain('meer dan één keer');
    expect(bench.titles('API')).toEqual(['Voorbeeld-API 0', 'Voorbeeld-API 5']);
  });

  it('goes on when an item comes by twice because the pages shifted', async () => {
    fill(101);
    server.apis[100] = server.apis[99];
    const { state, counts, itemErrors } = await bench.run();
    expect(state).toBe('succeeded');
    expect(counts).toMatchObject({ added: 120, unchanged: 1, failed: 0 });
    expect(itemErrors).toEqual([expect.objectContaining({ itemId: 'api-99' })]);
  });

  it('keeps an item that is broken at the source as it was', async () => {
    fill(3);
    await bench.run();
    server.apis[1] = buildApi(1, { title: '' });
    for (let day = 0; day < 3; day++) {
      bench.passDays(20);
      expect((await bench.run()).counts).toMatchObject({ archived: 0 });
    }
    expect(bench.titles('API')).toContain('Voorbeeld-API 1');
  });

  it('shows an API without a description that can be read, and says so', async () => {
    fill(3);
    server.definitions.delete('api-1');
    server.apis[2] = buildApi(2, { oasUrl: null });
    const { state, counts, itemErrors } = await bench.run();
    expect(state).toBe('succeeded');
    expect(counts).toMatchObject({ failed: 0 });
    expect(itemErrors).toEqual([
      expect.objectContaining({ itemId: 'api-1', field: 'oasUrl' }),
    ]);
    const definition = JSON.parse(
      bench.find('Voorbeeld-API 1')?.spec?.definition as string,
    );
    expect(definition).toMatchObject({
      openapi: '3.0.3',
      servers: [{ url: 'https://api.example.nl/v1' }],
      paths: {},
    });
  });

  it('archives what is gone after the grace time, and takes it back when it returns', async () => {
    fill(12);
    await bench.run();
    const gone = server.apis.pop();
    expect((await bench.run()).counts).toMatchObject({ archived: 0 });
    bench.passDays(13);
    expect((await bench.run()).counts).toMatchObject({ archived: 0 });
    expect(bench.find('Voorbeeld-API 11')?.spec?.lifecycle).toBe('production');
    bench.passDays(1);
    expect((await bench.run()).counts).toMatchObject({ archived: 1 });
    expect(bench.find('Voorbeeld-API 11')).toMatchObject({
      metadata: {
        annotations: {
          'nerds.overheid.nl/archived-at': '2026-11-23T09:00:02.000Z',
        },
      },
      spec: { lifecycle: 'archived' },
    });
    expect((await bench.run()).counts).toMatchObject({ archived: 0 });
    server.apis.push(gone);
    expect((await bench.run()).counts).toMatchObject({ changed: 1 });
    const back = bench.find('Voorbeeld-API 11');
    expect(back?.spec?.lifecycle).toBe('production');
    expect(back?.metadata.annotations).not.toHaveProperty([
      'nerds.overheid.nl/archived-at',
    ]);
  });

  it('removes what has been archived for a year', async () => {
    fill(12);
    await bench.run();
    server.apis.pop();
    await bench.run();
    bench.passDays(15);
    await bench.run();
    bench.passDays(360);
    expect((await bench.run()).counts).toMatchObject({ removed: 0 });
    bench.passDays(10);
    expect((await bench.run()).counts).toMatchObject({ removed: 1 });
    expect(bench.find('Voorbeeld-API 11')).toBeUndefined();
    expect((await bench.run()).counts).toMatchObject({ removed: 0 });
  });

  it.each([
    ['is empty', () => (server.apis = [])],
    [
      'says nothing at all',
      () => {
        const faults: Fault[] = ['empty', 'empty'];
        server.failNext('/api-register/apis?page=1', ...faults);
      },
    ],
    ['lacks half of its items', () => (server.apis = server.apis.slice(60))],
  ])('archives nothing when the source suddenly %s', async (_, lose) => {
    fill(120);
    await bench.run();
    lose();
    for (let run = 0; run < 2; run++) {
      bench.passDays(30);
      const { state, counts, error } = await bench.run();
      expect(state).toBe('incomplete');
      expect(counts).toMatchObject({ archived: 0, removed: 0 });
      expect(error).toMatchObject({ nl: expect.stringContaining('leeg') });
    }
    expect(bench.titles('API')).toHaveLength(120);
  });

  it('archives nothing when a page could not be read, and takes the other pages', async () => {
    fill(250);
    bench = createBench({ maxVanishedShare: 1 });
    await bench.run();
    server.apis.splice(0, 5);
    server.apis.push(buildApi(900, { oasUrl: null }));
    server.failNext('/api-register/apis?page=2', ...Array(4).fill('half-json'));
    const { state, counts, itemErrors } = await bench.run();
    expect(state).toBe('incomplete');
    expect(counts).toMatchObject({ added: 1, archived: 0 });
    expect(itemErrors).toEqual([expect.objectContaining({ itemId: 'page 2' })]);
    bench.passDays(30);
    // seen for the first time by a whole run: the grace time starts only now
    expect((await bench.run()).counts).toMatchObject({ archived: 0 });
    bench.passDays(14);
    expect((await bench.run()).counts).toMatchObject({ archived: 5 });
  });

  it('archives nothing when the register gives fewer items than it says it has', async () => {
    fill(30);
    bench = createBench({ maxVanishedShare: 1, graceTime: { days: 0 } });
    await bench.run();
    server.failNext('/api-register/apis?page=1', 'short');
    expect(await bench.run()).toMatchObject({
      state: 'incomplete',
      counts: { archived: 0 },
    });
    server.apis.pop();
    expect(await bench.run()).toMatchObject({
      state: 'succeeded',
      counts: { archived: 1 },
    });
  });

  it('tries again what is not a list', async () => {
    fill(3);
    server.failNext('/api-register/apis?page=1', 'not-a-list', 'cut-off');
    expect(await bench.run()).toMatchObject({
      state: 'succeeded',
      counts: { added: 6 },
    });
  });

  it.each([
    ['refuses the key', { status: 401 }, 'weigert', 1],
    ['is down', { status: 503 }, 'niet bereikbaar', 4],
    ['does not exist', { status: 404 }, 'weigert', 1],
  ])('fails when the register %s', async (_, fault, message, requests) => {
    fill(3);
    server.failNext('/api-register/apis', ...Array(requests).fill(fault));
    const { state, counts, error } = await bench.run();
    expect(state).toBe('failed');
    expect(counts).toEqual(NOTHING);
    expect(error).toMatchObject({ nl: expect.stringContaining(message) });
    expect(server.requests).toHaveLength(requests);
    expect(JSON.stringify(error)).not.toContain(FakeRegisterServer.key);
  });

  it('gives up when no details can be had at all, and keeps what it has', async () => {
    fill(60);
    await bench.run();
    bench.passDays(1);
    for (let number = 0; number < 60; number++) {
      server.failNext(
        `/api-register/apis/api-${number}`,
        ...Array(4).fill({ status: 502 }),
      );
    }
    const { state, error } = await bench.run();
    expect(state).toBe('incomplete');
    expect(error).toMatchObject({
      en: expect.stringContaining('cannot be reached'),
    });
    // asked for once, when all was well
    expect(server.countRequests(/api-59$/)).toBe(1);
    expect(bench.titles('API')).toHaveLength(60);
  });

  it('goes on where it was when a run is cut off', async () => {
    fill(300);
    const stop = new AbortController();
    let writes = 0;
    bench.beforeMutation = () => {
      writes++;
      if (writes === 2) stop.abort();
    };
    const { state, error } = await bench.run(stop.signal);
    expect(state).toBe('incomplete');
    expect(error).toMatchObject({ nl: expect.stringContaining('gestopt') });
    const halfway = bench.titles('API').length;
    expect(halfway).toBe(200);
    bench.beforeMutation = undefined;
    server.requests.length = 0;
    expect(await bench.run()).toMatchObject({
      state: 'succeeded',
      counts: { added: 100, unchanged: 220 },
    });
    expect(server.countRequests(/apis\/api-\d+$/)).toBe(100);
  });

  it('does a batch again that the catalog did not take', async () => {
    fill(150);
    let writes = 0;
    bench.beforeMutation = () => {
      writes++;
      if (writes === 2) throw new Error('deadlock detected');
    };
    const { state, error } = await bench.run();
    expect(state).toBe('incomplete');
    expect(JSON.stringify(error)).not.toContain('deadlock');
    expect(bench.errors).toHaveLength(1);
    bench.beforeMutation = undefined;
    expect(await bench.run()).toMatchObject({
      state: 'succeeded',
      counts: { added: 50 },
    });
    expect(bench.titles('API')).toHaveLength(150);
  });

  it('starts from nothing when the source was switched off in between', async () => {
    fill(5);
    await bench.run();
    await bench.store.keepSources(['organisations']);
    expect((await bench.run()).counts).toMatchObject({ added: 10 });
  });
});
