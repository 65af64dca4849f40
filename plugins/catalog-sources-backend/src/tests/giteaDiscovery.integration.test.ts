import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  coreServices,
  createServiceFactory,
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
import type { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases } from '../__testUtils__/testDatabase';
import { catalogSourcesPlugin } from '../plugin';

jest.setTimeout(60_000);

const initDatabase = createTestDatabases();
const SOURCE = 'gitea-provider:proef:refresh';

/** Repositories per page, as Gitea's API answers them: the last page is empty. */
const PAGES = [20, 10, 0];

describe('discovery on Forgejo or Gitea', () => {
  let server: Server;
  let backend: TestBackend;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request_, response) => {
      const { pathname, searchParams } = new URL(`http://x${request_.url}`);
      const page = Number(searchParams.get('page'));
      asked.push(`${pathname} ${page}`);
      const repositories = Array.from({ length: PAGES[page - 1] ?? 0 }, () => ({
        empty: true,
        html_url: 'http://x/leeg',
      }));
      response.end(JSON.stringify(repositories));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const databases: Record<string, Knex> = {
      catalog: await initDatabase(),
      'catalog-sources': await initDatabase(),
    };
    backend = await startTestBackend({
      features: [
        catalogSourcesPlugin,
        catalogPlugin,
        giteaModule,
        // not configured here: they must do nothing
        githubModule,
        gitlabModule,
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
              gitea: [{ host, baseUrl: `http://${host}` }],
            },
            catalog: {
              processingInterval: { seconds: 1 },
              providers: {
                gitea: {
                  proef: {
                    host,
                    organization: 'gemeente',
                    schedule: {
                      frequency: { trigger: 'manual' },
                      timeout: { minutes: 1 },
                    },
                  },
                },
              },
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const listSources = async () => {
    const { body } = await request(backend.server)
      .get('/api/catalog-sources/v1/sources')
      .set('Authorization', mockCredentials.user.header());
    return body.items;
  };

  // What it does with the repositories is the module's own, and needs an import
  // that jest cannot do.
  it('is known to the page, and asks the forge for every page when it runs now', async () => {
    expect(await listSources()).toMatchObject([
      { id: SOURCE, state: 'never', reportsRuns: false, kind: 'discovery' },
    ]);
    await request(backend.server)
      .post(
        `/api/catalog-sources/v1/sources/${encodeURIComponent(SOURCE)}/runs`,
      )
      .set('Authorization', mockCredentials.user.header())
      .expect(202);
    let [source] = await listSources();
    while (!source.endedAt) {
      await new Promise(resolve => {
        setTimeout(resolve, 200);
      });
      [source] = await listSources();
    }
    expect(asked).toEqual([
      '/api/v1/orgs/gemeente/repos 1',
      '/api/v1/orgs/gemeente/repos 2',
      '/api/v1/orgs/gemeente/repos 3',
    ]);
  });
});
