import { setTimeout as sleep } from 'node:timers/promises';
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
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { JsonObject } from '@backstage/types';
import type {
  CatalogSource,
  SourceRunDetails,
} from '@nerds/plugin-catalog-sources-common';
import { reportRuns } from '@nerds/plugin-catalog-sources-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { catalogSourcesPlugin } from '../plugin';

const POLL_MS = 100;

/** Of the catalog; without being asked it does this every half minute. */
const ORPHAN_CLEANUP = 'catalog_orphan_cleanup';

/** Jest has no `import()`. */
const report = (module: BackendFeature) =>
  reportRuns(Promise.resolve({ default: module }));

/** The real catalog with modules of Backstage, over HTTP, on real databases. */
export async function startCatalog(options: {
  /** Whose runs are reported. */
  modules: BackendFeature[];
  others?: BackendFeature[];
  initDatabase: () => Promise<Knex>;
  config: { catalog: JsonObject; [section: string]: JsonObject };
}) {
  const { modules, others = [], initDatabase, config } = options;
  const databases: Record<string, Knex> = {
    catalog: await initDatabase(),
    'catalog-sources': await initDatabase(),
  };
  const backend = await startTestBackend({
    features: [
      catalogSourcesPlugin,
      catalogPlugin,
      ...modules.map(report),
      ...others,
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
          ...config,
          catalog: { processingInterval: { seconds: 1 }, ...config.catalog },
        },
      }),
    ],
  });
  const call = async (
    path: string,
    method: 'get' | 'post' = 'get',
    credentials = mockCredentials.user.header(),
  ) => {
    const answer = await request(backend.server)
      [method](`/api/${path}`)
      .set('Authorization', credentials);
    expect(answer.status).toBeLessThan(300);
    return answer.body;
  };
  const toPath = (id: string) =>
    `catalog-sources/v1/sources/${encodeURIComponent(id)}`;

  const listEntities = async (kind: string): Promise<Entity[]> =>
    (await call(`catalog/entities/by-query?filter=kind=${kind}`)).items;

  return {
    call,
    listEntities,
    stop: () => backend.stop(),

    async getSource(id: string): Promise<CatalogSource> {
      return call(toPath(id));
    },

    /** Runs a source as the button does, and waits for the end of that run. */
    async run(id: string): Promise<SourceRunDetails> {
      const path = `${toPath(id)}/runs`;
      const { items: earlier } = await call(path);
      await call(path, 'post');
      for (;;) {
        const { items } = await call(path);
        if (items.length > earlier.length && items[0].endedAt) {
          return call(`catalog-sources/v1/runs/${items[0].id}`);
        }
        await sleep(POLL_MS);
      }
    },

    /** Until the entities of a kind have these names, and no others. */
    async waitForNames(kind: string, names: string[]): Promise<Entity[]> {
      for (;;) {
        const entities = await listEntities(kind);
        const found = entities.map(({ metadata }) => metadata.name).sort();
        if (JSON.stringify(found) === JSON.stringify(names)) return entities;
        await sleep(POLL_MS);
      }
    },

    /** Has the catalog take out now what no source names any more. */
    async cleanUp(): Promise<void> {
      await call(
        `catalog/.backstage/scheduler/v1/tasks/${ORPHAN_CLEANUP}/trigger`,
        'post',
        mockCredentials.service.header(),
      );
    },
  };
}

/** @internal */
export type TestCatalog = Awaited<ReturnType<typeof startCatalog>>;
