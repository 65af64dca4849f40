import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import giteaModule from '@backstage/plugin-catalog-backend-module-gitea';
import githubModule from '@backstage/plugin-catalog-backend-module-github';
import gitlabModule from '@backstage/plugin-catalog-backend-module-gitlab';
import type {
  CatalogSource,
  SourceRunDetails,
} from '@nerds/plugin-catalog-sources-common';
import { reportRuns } from '@nerds/plugin-catalog-sources-node';
import { ANNOTATION_SOURCE } from '@nerds/plugin-entity-model-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { FakeForge, type Failure } from '../__testUtils__/FakeForge';
import { createTestDatabases } from '../__testUtils__/testDatabase';
import { catalogSourcesPlugin } from '../plugin';

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

/** Jest has no `import()`. */
const report = (module: BackendFeature) =>
  reportRuns(Promise.resolve({ default: module }));

async function startPortal(): Promise<TestBackend> {
  const { host } = forge;
  const baseUrl = `http://${host}`;
  // A name of its own: what is on a host is read in one way.
  const giteaHost = host.replace('127.0.0.1', 'localhost');
  const databases: Record<string, Knex> = {
    catalog: await initDatabase(),
    'catalog-sources': await initDatabase(),
  };
  return startTestBackend({
    features: [
      catalogSourcesPlugin,
      catalogPlugin,
      report(giteaModule),
      report(gitlabModule),
      // not configured here: it must do nothing
      report(githubModule),
      schedulerServiceFactory,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () => databases[plugin.getId()],
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { reading: { allow: [{ host }] } },
          integrations: {
            gitea: [{ host: giteaHost, baseUrl: `http://${giteaHost}` }],
            gitlab: [{ host, baseUrl, apiBaseUrl: `${baseUrl}/api/v4` }],
          },
          catalog: {
            processingInterval: { seconds: 1 },
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
      }),
    ],
  });
}

describe('discovery on forges', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    await forge.start();
    backend = await startPortal();
  });
  afterAll(async () => {
    await backend?.stop();
    await forge.stop();
  });
  beforeEach(() => {
    forge.failure = undefined;
    forge.unreadable = undefined;
  });

  const call = async (path: string, method: 'get' | 'post' = 'get') => {
    const answer = await request(backend.server)
      [method](`/api/${path}`)
      .set('Authorization', mockCredentials.user.header());
    expect(answer.status).toBeLessThan(300);
    return answer.body;
  };
  const getSource = async (id: string): Promise<CatalogSource> =>
    call(`catalog-sources/v1/sources/${encodeURIComponent(id)}`);

  /** Runs a source as the button does, and waits for the end of that run. */
  const run = async (id: string): Promise<SourceRunDetails> => {
    const path = `catalog-sources/v1/sources/${encodeURIComponent(id)}/runs`;
    const { items: earlier } = await call(path);
    await call(path, 'post');
    for (;;) {
      const { items } = await call(path);
      if (items.length > earlier.length && items[0].endedAt) {
        return call(`catalog-sources/v1/runs/${items[0].id}`);
      }
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
  };
  const listComponents = async () => {
    const { items } = await call(
      'catalog/entities/by-query?filter=kind=component',
    );
    return items;
  };
  const waitForComponents = async (names: string[]) => {
    for (;;) {
      const components = await listComponents();
      const found = components.map((item: any) => item.metadata.name).sort();
      if (JSON.stringify(found) === JSON.stringify(names)) return components;
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
  };

  it('knows every source that is configured, under a name of its own', async () => {
    const { items } = await call('catalog-sources/v1/sources');
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
      expect(metadata.annotations[ANNOTATION_SOURCE]).toBe('gitlab:proef');
    }

    delete forge.files.loket;
    expect(await run('gitlab:proef')).toMatchObject({
      state: 'succeeded',
      counts: { read: 2, added: 0, unchanged: 2, removed: 1, failed: 0 },
    });
    await waitForComponents(['balie', 'zaken']);
    const source = await getSource('gitlab:proef');
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
