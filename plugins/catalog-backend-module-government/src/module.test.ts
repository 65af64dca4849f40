import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  buildApi,
  buildDefinition,
  buildMany,
  buildTooiNode,
} from './__testUtils__/builders';
import { FakeRegisterServer } from './__testUtils__/FakeRegisterServer';
import { startCatalog } from './__testUtils__/startCatalog';
import { createTestDatabases } from './__testUtils__/testDatabase';
import { buildRegisteredApiName } from './domain/mapApi';

const initDatabase = createTestDatabases();
const entities = resolvePackagePath(
  '@nerds/plugin-catalog-backend-module-government',
  'src/__fixtures__/organisation.yaml',
);

type Catalog = Awaited<ReturnType<typeof startCatalog>>;

describe('catalogModuleGovernment', () => {
  let server: FakeRegisterServer;
  let catalog: Catalog | undefined;

  beforeAll(async () => {
    server = await FakeRegisterServer.start();
  });

  beforeEach(() => server.reset());

  afterEach(async () => {
    await catalog?.stop();
    catalog = undefined;
  });

  afterAll(() => server.stop());

  async function start(government: JsonObject, options: object = {}) {
    catalog = await startCatalog({
      knex: await initDatabase(),
      government,
      ...options,
    });
    return catalog;
  }

  const toSource = (path: string, overrides: JsonObject = {}) => ({
    baseUrl: `${server.baseUrl}${path}`,
    apiKey: FakeRegisterServer.key,
    allowLoopback: true,
    retryDelay: { milliseconds: 1 },
    graceTime: { seconds: 0 },
    ...overrides,
  });

  const getGroup = (name: string) =>
    catalog!.getEntity('group', 'registers', name);

  const sourceOf = (name: string) => async () =>
    (await getGroup(name)).metadata.annotations?.['nerds.overheid.nl/source'];

  it('does nothing unless it is configured', async () => {
    const { registered, listTasks } = await start({});
    expect(registered).toEqual([]);
    expect(await listTasks()).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('brings APIs with their owners into the catalog, and archives what is gone', async () => {
    server.apis = buildMany(60, buildApi);
    for (const { id, title } of server.apis) {
      server.definitions.set(id, buildDefinition(title));
    }
    const { registered, listTasks, run, waitFor, count, getEntity, logs } =
      await start({ apiRegister: toSource('/api-register') }, { entities });
    expect(registered).toEqual([
      {
        id: 'api-register',
        title: { nl: 'API-register', en: 'API register' },
        kind: 'register',
      },
    ]);
    // one run at a time, whatever the number of replicas
    expect(await listTasks()).toEqual([
      expect.objectContaining({
        id: 'catalog-source:api-register',
        scope: 'global',
      }),
    ]);
    for (const [kind, name] of [
      ['group', 'eigen'],
      ['group', 'team'],
      ['api', 'eigen-api'],
      ['api', 'vreemde-api'],
    ]) {
      await waitFor(
        () => getEntity(kind, 'default', name),
        ({ relations }) => relations !== undefined && relations.length > 0,
      );
    }
    // One owner is there already, and one API is described by its own people.
    expect(await run('api-register')).toMatchObject({
      state: 'succeeded',
      counts: { added: 78, unchanged: 2 },
    });
    await waitFor(
      () => count('kind=api,metadata.namespace=registers'),
      total => total === 59,
    );
    await expect(
      getEntity('api', 'registers', buildRegisteredApiName('api-21')),
    ).rejects.toThrow('404');
    expect(
      await getEntity('api', 'registers', buildRegisteredApiName('api-22')),
    ).toBeDefined();
    const name = buildRegisteredApiName('api-1');
    const api = await getEntity('api', 'registers', name);
    expect(api.spec?.definition).toBe(
      JSON.stringify(buildDefinition('Voorbeeld-API 1')),
    );
    expect(api.relations).toContainEqual({
      type: 'ownedBy',
      targetRef: 'group:default/eigen',
    });
    // which says that it serves that API
    const component = await getEntity('component', 'default', 'dienst');
    expect(component.relations).toContainEqual({
      type: 'providesApi',
      targetRef: `api:registers/${buildRegisteredApiName('api-2')}`,
    });

    server.apis.splice(1, 1);
    expect(await run('api-register')).toMatchObject({
      state: 'succeeded',
      counts: { archived: 1, changed: 0 },
    });
    await waitFor(
      () => getEntity('api', 'registers', name),
      ({ spec }) => spec?.lifecycle === 'archived',
    );
    expect(logs).toEqual([]);
  });

  it('lets the list of organisations take over what a register brought', async () => {
    server.apis = buildMany(2, number => buildApi(number, { oasUrl: null }));
    server.valueLists['/waardelijsten/gemeenten.json'] = buildMany(
      2,
      buildTooiNode,
    );
    const { run, waitFor, logs } = await start({
      apiRegister: toSource('/api-register'),
      organisations: toSource('/waardelijsten', { lists: ['gemeenten.json'] }),
    });
    await run('api-register');
    const name = 'gemeente-gm0001';
    await waitFor(sourceOf(name), source => source === 'api-register');
    expect(await run('organisations')).toMatchObject({
      state: 'succeeded',
      counts: { added: 2 },
    });
    await waitFor(sourceOf(name), source => source === 'organisations');
    expect(await run('api-register')).toMatchObject({
      state: 'succeeded',
      counts: { removed: 2, unchanged: 2 },
    });
    expect(await sourceOf(name)()).toBe('organisations');
    expect(logs).toEqual([]);
  });

  it('reports a run that fails, without the key', async () => {
    const { run, logs } = await start({
      apiRegister: toSource('/api-register', { apiKey: 'verkeerde-sleutel' }),
    });
    const outcome = await run('api-register');
    expect(outcome).toMatchObject({
      state: 'failed',
      error: { en: expect.stringContaining('Check the address and the key') },
    });
    expect(JSON.stringify([outcome, logs])).not.toContain('verkeerde-sleutel');
  });
});
