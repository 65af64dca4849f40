import giteaModule from '@backstage/plugin-catalog-backend-module-gitea';
import githubModule from '@backstage/plugin-catalog-backend-module-github';
import gitlabModule from '@backstage/plugin-catalog-backend-module-gitlab';
import { ANNOTATION_SOURCE } from '@nerds/plugin-entity-model-common';
import { FakeForge, type Failure } from '../__testUtils__/FakeForge';
import { startCatalog, type TestCatalog } from '../__testUtils__/startCatalog';
import { createTestDatabases } from '../__testUtils__/testDatabase';

jest.setTimeout(60_000);

const initDatabase = createTestDatabases();
const forge = new FakeForge();

const buildFile = (name: string, owner = 'owner: burgerzaken') => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: { ${ANNOTATION_SOURCE}: api-register }
spec: { type: service, lifecycle: production, ${owner} }
`;
const buildProvider = (timeoutSeconds: number) => ({
  host: forge.host,
  schedule: {
    frequency: { trigger: 'manual' },
    timeout: { seconds: timeoutSeconds },
  },
});

function start(): Promise<TestCatalog> {
  const { host } = forge;
  const baseUrl = `http://${host}`;
  // A name of its own: what is on a host is read in one way.
  const giteaHost = host.replace('127.0.0.1', 'localhost');
  return startCatalog({
    initDatabase,
    // GitHub is not configured here: it must do nothing
    modules: [giteaModule, gitlabModule, githubModule],
    config: {
      backend: { reading: { allow: [{ host }] } },
      integrations: {
        gitea: [{ host: giteaHost, baseUrl: `http://${giteaHost}` }],
        gitlab: [{ host, baseUrl, apiBaseUrl: `${baseUrl}/api/v4` }],
      },
      catalog: {
        providers: {
          gitea: {
            Proef_1: {
              ...buildProvider(60),
              host: giteaHost,
              organization: 'gemeente',
            },
          },
          gitlab: {
            proef: { ...buildProvider(60), group: 'gemeente' },
            traag: { ...buildProvider(2), group: 'gemeente' },
          },
        },
      },
    },
  });
}

describe('discovery on forges', () => {
  let catalog: TestCatalog;

  beforeAll(async () => {
    await forge.start();
    catalog = await start();
  });
  afterAll(async () => {
    await catalog?.stop();
    await forge.stop();
  });
  beforeEach(() => {
    forge.failure = undefined;
    forge.unreadable = undefined;
  });

  const run = (id: string) => catalog.run(id);
  const listComponents = () => catalog.listEntities('component');
  const waitForComponents = (names: string[]) =>
    catalog.waitForNames('component', names);

  it('knows every source that is configured, under a name of its own', async () => {
    const { items } = await catalog.call('catalog-sources/v1/sources');
    expect(items).toMatchObject([
      {
        id: 'gitea:Proef_1',
        title: { nl: 'Forgejo/Gitea: Proef_1' },
        kind: 'discovery',
        state: 'never',
        isOverdue: false,
      },
      { id: 'gitlab:proef', kind: 'discovery', state: 'never' },
      { id: 'gitlab:traag', kind: 'discovery', state: 'never' },
    ]);
  });

  it('tells what a run brought, changed and took away', async () => {
    forge.files = {
      balie: buildFile('balie'),
      loket: buildFile('loket'),
      zaken: buildFile('zaken'),
    };
    const first = await run('gitlab:proef');
    expect(first).toMatchObject({
      state: 'succeeded',
      counts: { read: 3, added: 3, unchanged: 0, removed: 0, failed: 0 },
      itemErrors: [],
    });
    const components = await waitForComponents(['balie', 'loket', 'zaken']);
    for (const { metadata } of components) {
      expect(metadata.annotations?.[ANNOTATION_SOURCE]).toBe('gitlab:proef');
    }

    delete forge.files.loket;
    expect(await run('gitlab:proef')).toMatchObject({
      state: 'succeeded',
      counts: { read: 2, added: 0, unchanged: 2, removed: 1, failed: 0 },
    });
    await catalog.cleanUp();
    await waitForComponents(['balie', 'zaken']);
    const source = await catalog.getSource('gitlab:proef');
    expect(source).toMatchObject({
      state: 'succeeded',
      freshAt: source.endedAt,
      isOverdue: false,
    });
    expect(source.durationMs).toBeGreaterThan(0);
  });

  it('tells per item what is wrong with it, and takes the rest over', async () => {
    forge.files = {
      balie: buildFile('balie'),
      geheim: buildFile('geheim'),
      kapot: 'kind: Component\n  metadata: x\n',
      zonder: buildFile('zonder', 'x: 1'),
    };
    forge.unreadable = 'geheim';
    const { state, counts, itemErrors } = await run('gitlab:proef');
    expect(state).toBe('incomplete');
    expect(counts).toMatchObject({ read: 4, added: 3, removed: 1, failed: 3 });
    const errors = Object.fromEntries(
      itemErrors.map(({ itemId, itemUrl, message }) => [
        itemId,
        `${itemUrl} ${message.nl}`,
      ]),
    );
    const toUrl = (name: string) =>
      `http://${forge.host}/gemeente/${name}/-/blob/main/catalog-info.yaml`;
    expect(errors[toUrl('geheim')]).toMatch('403');
    expect(errors[toUrl('kapot')]).toMatch(/YAML/i);
    expect(errors['component:default/zonder']).toMatch('owner');
    expect(errors['component:default/zonder']).toMatch(toUrl('zonder'));
    await catalog.cleanUp();
    await waitForComponents(['balie']);
  });

  it.each<[Failure, RegExp, string[]]>([
    [500, /niet goed te lezen: .*500/, ['gitlab:proef', 'gitea:Proef_1']],
    [401, /weigert de toegang.*401/, ['gitlab:proef', 'gitea:Proef_1']],
    [
      'no-json',
      /niet goed te lezen: .*JSON/,
      ['gitlab:proef', 'gitea:Proef_1'],
    ],
    ['silence', /niet binnen de tijd/, ['gitlab:traag']],
  ])(
    'tells that a forge gave %s, and keeps what was there',
    async (failure, reason, ids) => {
      const known = await listComponents();
      expect(known).not.toEqual([]);
      forge.files = {};
      forge.failure = failure;
      const runs = await Promise.all(ids.map(run));
      for (const { state, counts, error, itemErrors } of runs) {
        expect({ state, itemErrors }).toEqual({
          state: 'failed',
          itemErrors: [],
        });
        expect(error?.nl).toMatch(reason);
        expect(error?.nl).not.toMatch(/refresh failed|Error:/);
        expect(error?.en).toMatch(/The source/);
        expect(counts).toMatchObject({ read: 0, removed: 0 });
      }
      expect(await listComponents()).toHaveLength(known.length);
    },
  );
});
