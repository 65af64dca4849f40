import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  buildAlgorithm,
  buildMany,
  buildRepository,
  buildTooiNode,
  ontology,
} from '../__testUtils__/builders';
import { FakeRegisterServer } from '../__testUtils__/FakeRegisterServer';
import { SyncBench } from '../__testUtils__/SyncBench';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import type { SourceKey } from '../config';
import { DatabaseSourceItemStore } from '../database/DatabaseSourceItemStore';

const initDatabase = createMigratedDatabases();

describe('import of the other sources', () => {
  let server: FakeRegisterServer;
  let knex: Knex;

  beforeAll(async () => {
    server = await FakeRegisterServer.start();
    knex = await initDatabase();
  });

  beforeEach(async () => {
    server.reset();
    await new DatabaseSourceItemStore(knex).keepSources([]);
  });

  afterAll(() => server.stop());

  const createBench = (key: SourceKey, config?: JsonObject) =>
    new SyncBench({ server, knex, key, config });

  it('takes the OSS register over, whatever its crawler says about itself', async () => {
    server.repositories = buildMany(250, buildRepository);
    const bench = createBench('ossRegister');
    const first = await bench.run();
    expect(first).toMatchObject({ state: 'succeeded' });
    expect(first.counts).toMatchObject({ read: 270, added: 270 });
    expect(bench.find('Project 3')).toMatchObject({
      kind: 'Component',
      spec: { owner: 'group:registers/gemeente-gm0003' },
    });
    bench.mutationSizes.length = 0;
    expect((await bench.run()).counts).toMatchObject({ unchanged: 270 });
    expect(bench.mutationSizes).toEqual([]);
    server.repositories[0] = buildRepository(0, { archived: true });
    expect((await bench.run()).counts).toMatchObject({ changed: 1 });
    expect(bench.find('Project 0')?.spec?.lifecycle).toBe('archived');
  });

  it('takes the algorithm register over from one document, in small steps', async () => {
    server.algorithms = [
      ...buildMany(3_000, buildAlgorithm),
      buildAlgorithm(1, { language: 'ENG', name: 'In English' }),
      buildAlgorithm(5_000, {
        owner: 'stichting-x',
        organization: 'Stichting X',
      }),
      buildAlgorithm(5_001, {
        owner: 'bekend',
        organization: 'Bekende Dienst',
      }),
      buildAlgorithm(5_002, { organization: '' }),
    ];
    const bench = createBench('algorithmRegister');
    bench.groups = [
      { entityRef: 'group:default/bekend', title: 'bekende dienst' },
    ];
    const { state, counts, itemErrors } = await bench.run();
    expect(state).toBe('incomplete');
    expect(itemErrors).toEqual([
      expect.objectContaining({ itemId: '10005002', field: 'organization' }),
    ]);
    expect(counts).toMatchObject({ read: 3_024, added: 3_023, failed: 1 });
    expect(Math.max(...bench.mutationSizes)).toBeLessThanOrEqual(500);
    expect(bench.titles('Component')).not.toContain('In English');
    expect(bench.find('Voorbeeldalgoritme 5001')?.spec?.owner).toBe(
      'group:default/bekend',
    );
    const owner = bench.find('Voorbeeldalgoritme 5000')?.spec?.owner;
    expect(bench.catalog.get(owner as string)?.metadata.title).toBe(
      'Stichting X',
    );

    server.requests.length = 0;
    bench.mutationSizes.length = 0;
    expect((await bench.run()).counts).toMatchObject({ unchanged: 3_023 });
    expect(bench.mutationSizes).toEqual([]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0].headers).toHaveProperty('if-none-match');
  });

  it.each(['not-a-list', 'half-json', 'cut-off'] as const)(
    'keeps what it has of the algorithm register when the document is %s',
    async fault => {
      server.algorithms = buildMany(5, buildAlgorithm);
      const bench = createBench('algorithmRegister');
      await bench.run();
      bench.passDays(30);
      server.failNext(
        '/algoritmes/downloads/site-data/json',
        ...Array(4).fill(fault),
      );
      expect(await bench.run()).toMatchObject({ state: 'failed' });
      expect(bench.titles('Component')).toHaveLength(5);
    },
  );

  const LISTS = { lists: ['gemeenten.json', 'provincies.json'] };

  const fillLists = (count: number) => {
    server.valueLists = {
      '/waardelijsten/gemeenten.json': [
        { '@type': [ontology('RegisterwaardelijstCompleet')], '@id': 'x' },
        ...buildMany(count, buildTooiNode),
      ],
      '/waardelijsten/provincies.json': [{ '@graph': [buildTooiNode(9_001)] }],
    };
  };

  it('takes organisations over, except those that the catalog has already', async () => {
    fillLists(400);
    const bench = createBench('organisations', {
      ...LISTS,
      oins: [
        {
          tooiUri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0007',
          oin: '00000001002564440000',
        },
      ],
    });
    bench.groups = [
      {
        entityRef: 'group:default/eigen',
        tooiUri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0001',
      },
      // one that a register brought is taken over
      {
        entityRef: 'group:registers/gemeente-gm0002',
        tooiUri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0002',
      },
    ];
    const { state, counts } = await bench.run();
    expect(state).toBe('succeeded');
    expect(counts).toMatchObject({ read: 401, added: 400, unchanged: 1 });
    expect(bench.titles('Group')).not.toContain('Gemeente Voorbeeld 1');
    expect(bench.titles('Group')).toContain('Gemeente Voorbeeld 2');
    expect(
      bench.find('Gemeente Voorbeeld 7')?.metadata.annotations,
    ).toMatchObject({ 'nerds.overheid.nl/oin': '00000001002564440000' });
    bench.groups = [];
    expect((await bench.run()).counts).toMatchObject({ added: 1 });
  });

  it('takes an organisation back that a register brought at the same time', async () => {
    fillLists(20);
    const bench = createBench('organisations', LISTS);
    await bench.run();
    bench.groups = [{ entityRef: 'group:registers/gemeente-gm0003' }];
    bench.mutationSizes.length = 0;
    expect((await bench.run()).counts).toMatchObject({ unchanged: 21 });
    expect(bench.mutationSizes).toEqual([1]);
    bench.groups = [];
    await bench.run();
    bench.mutationSizes.length = 0;
    await bench.run();
    expect(bench.mutationSizes).toEqual([]);
  });

  it('archives an organisation some time after it ended', async () => {
    fillLists(20);
    const bench = createBench('organisations', LISTS);
    await bench.run();
    server.valueLists['/waardelijsten/gemeenten.json'] = [
      ...buildMany(19, buildTooiNode),
      buildTooiNode(19, {
        [ontology('einddatum')]: [{ '@value': '2026-01-01' }],
      }),
    ];
    await bench.run();
    bench.passDays(14);
    expect((await bench.run()).counts).toMatchObject({ archived: 1 });
    const ended = bench.find('Gemeente Voorbeeld 19');
    expect(ended?.metadata.annotations).toHaveProperty([
      'nerds.overheid.nl/archived-at',
    ]);
    expect(ended?.spec).not.toHaveProperty('lifecycle');
  });

  it('archives nothing when a list cannot be read, and reads the others', async () => {
    fillLists(20);
    const bench = createBench('organisations', LISTS);
    await bench.run();
    delete server.valueLists['/waardelijsten/gemeenten.json'];
    for (let run = 0; run < 2; run++) {
      bench.passDays(30);
      const { state, counts, itemErrors } = await bench.run();
      expect(state).toBe('incomplete');
      expect(counts).toMatchObject({ unchanged: 1, archived: 0 });
      expect(itemErrors).toEqual([
        expect.objectContaining({ itemId: 'gemeenten.json' }),
      ]);
    }
    delete server.valueLists['/waardelijsten/provincies.json'];
    expect(await bench.run()).toMatchObject({ state: 'failed' });
    expect(bench.titles('Group')).toHaveLength(21);
  });
});
