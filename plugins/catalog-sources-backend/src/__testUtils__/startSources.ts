import {
  coreServices,
  createServiceFactory,
  resolvePackagePath,
  type BackstageCredentials,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { readOpenApiDocument } from '@nerds/http-api';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import { ANNOTATION_SOURCE } from '@nerds/plugin-entity-model-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { catalogSourcesPlugin } from '../plugin';
import { FakeCatalog } from './FakeCatalog';

const READ = 'catalog-sources.source.read';
const READ_RUNS = 'catalog-sources.run.read';
const RUN_NOW = 'catalog-sources.run.create';

/** Who may do what in the tests. */
const PERMISSIONS: Record<string, string[]> = {
  dev: [READ],
  auditor: [READ, READ_RUNS],
  platform: [READ, READ_RUNS, RUN_NOW],
  stranger: [],
};

const permissions: PermissionsService = {
  authorize: async (requests, options) => {
    const { credentials } = options as { credentials: BackstageCredentials };
    const { userEntityRef } = credentials.principal as {
      userEntityRef: string;
    };
    const allowed = PERMISSIONS[userEntityRef.slice('user:default/'.length)];
    return requests.map(({ permission }) => ({
      result: allowed.includes(permission.name)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }));
  },
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.DENY })),
};

const buildEntity = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name, annotations },
});

/** The whole plugin over HTTP on a real database, with the real scheduler. */
export async function startSources(options: {
  knex: Knex;
  /** `false`: nobody answers for the catalog. */
  hasCatalog?: boolean;
}) {
  const { knex, hasCatalog = true } = options;
  const fake = new FakeCatalog();
  const auditor = mockServices.auditor.mock();
  const audited: JsonObject[] = [];
  auditor.createEvent.mockImplementation(async event => {
    const write = (status: string) => async () => {
      const { eventId, meta } = event;
      audited.push({ eventId, status, ...meta });
    };
    return { success: write('succeeded'), fail: write('failed') };
  });
  const backend = await startTestBackend({
    features: [
      catalogSourcesPlugin,
      ...(hasCatalog ? [fake.feature()] : []),
      catalogServiceMock.factory({
        entities: [
          buildEntity('a', { [ANNOTATION_SOURCE]: 'proef' }),
          buildEntity('b', { [ANNOTATION_SOURCE]: 'proef' }),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          catalogSources: { keepRuns: 3 },
        },
      }),
      mockServices.database.factory({ knex }),
      schedulerServiceFactory,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      auditor.factory,
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
    ],
  });
  const openApi = await readOpenApiDocument(
    resolvePackagePath(
      '@nerds/plugin-catalog-sources-backend',
      'openapi/openapi.yaml',
    ),
  );
  const expectDescribed = createAnswerCheck(openApi);
  return {
    backend,
    fake,
    audited,
    call(name: string | undefined, method: 'get' | 'post', path: string) {
      const test = request(backend.server)[method](
        `/api/catalog-sources/v1${path}`,
      );
      const signedIn = name
        ? test.set(
            'Authorization',
            mockCredentials.user.header(`user:default/${name}`),
          )
        : test;
      return signedIn.expect(answer => expectDescribed(method, path, answer));
    },
    async getSource(id: string, name = 'platform') {
      const { body } = await this.call(name, 'get', '/sources');
      return body.items.find((item: { id: string }) => item.id === id);
    },
    async waitFor(id: string, state: string) {
      for (;;) {
        const source = await this.getSource(id);
        if (source?.state === state) return source;
        await new Promise(resolve => {
          setTimeout(resolve, 100);
        });
      }
    },
  };
}
