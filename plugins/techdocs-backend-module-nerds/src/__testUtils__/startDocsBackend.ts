import {
  mockServices,
  startTestBackend,
  type createMockDirectory,
} from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { techdocsModuleNerds } from '../module';

type MockDirectory = ReturnType<typeof createMockDirectory>;

/** An entity whose documentation is in the directory `<name>` on disk. */
export function buildEntity(directory: MockDirectory, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}-${Math.random()}`,
      annotations: {
        'backstage.io/managed-by-location': `file:${directory.resolve(
          `${name}/catalog-info.yaml`,
        )}`,
        'backstage.io/techdocs-ref': 'dir:.',
      },
    },
  };
}

/** The real TechDocs backend with this module, over HTTP. */
export async function startDocsBackend(options: {
  entities: Entity[];
  publisher: JsonObject;
  features?: BackendFeature[];
  integrations?: JsonObject;
  knex: Knex;
  builds?: JsonObject;
  builder?: 'local' | 'external';
}) {
  const { entities, publisher, features = [], integrations, knex } = options;
  const backend = await startTestBackend({
    features: [
      techdocsPlugin,
      techdocsModuleNerds,
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          integrations,
          // pages are only for who may see what they are of
          permission: { enabled: true },
          techdocs: {
            builder: options.builder ?? 'local',
            generator: { runIn: 'local' },
            publisher,
            builds: options.builds,
          },
        },
      }),
      ...features,
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/techdocs`;
  return {
    server: backend.server,
    stop: () => backend.stop(),
    /** What the server-sent events of a build said, as text. */
    sync: async (name: string) =>
      (await fetch(`${baseUrl}/sync/default/component/${name}`)).text(),
    get: (path: string) => fetch(`${baseUrl}${path}`),
    getPage: (name: string, page = '') =>
      fetch(
        `${baseUrl}/static/docs/default/component/${name}/${page}index.html`,
      ),
  };
}
