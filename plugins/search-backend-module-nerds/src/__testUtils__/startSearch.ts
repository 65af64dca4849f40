import {
  coreServices,
  createServiceFactory,
  resolvePackagePath,
  type BackstageCredentials,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import catalogCollator from '@backstage/plugin-search-backend-module-catalog';
import techdocsCollator from '@backstage/plugin-search-backend-module-techdocs';
import { readOpenApiDocument } from '@nerds/http-api';
import {
  createEntityReaderCondition,
  READABLE_BY_ANNOTATION,
} from '@nerds/plugin-access-common';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import { searchModuleNerds } from '../module';
import { createAnswerCheck } from '@nerds/http-api/testUtils';

/** Teams of the people that tests sign in as; the others are in none. */
const TEAMS: Record<string, string[]> = {
  jan: ['group:default/burgerzaken'],
  els: ['group:default/vergunningen'],
};

const SEE_ALL = ['platform', 'auditor'];

function nameOf(credentials: BackstageCredentials): string {
  const { userEntityRef } = credentials.principal as { userEntityRef: string };
  return userEntityRef.slice('user:default/'.length);
}

const readersOf = (name: string) => [
  `user:default/${name}`,
  ...(TEAMS[name] ?? []),
];

/** As the catalog does: what somebody may not see is not there. */
function findReadable(entities: Entity[], ref: string, name: string) {
  return entities.find(entity => {
    const reader = entity.metadata.annotations?.[READABLE_BY_ANNOTATION];
    return (
      stringifyEntityRef(entity) === ref &&
      (SEE_ALL.includes(name) ||
        reader === 'everyone' ||
        readersOf(name).includes(reader ?? ''))
    );
  });
}

/** Decides as the policy of the portal does, over entities that a test can change. */
class FakePermissions implements PermissionsService {
  constructor(private readonly entities: Entity[]) {}

  authorize: PermissionsService['authorize'] = async (requests, options) =>
    requests.map(question => {
      const name = nameOf(options!.credentials);
      const { resourceRef } = question as { resourceRef?: string };
      const isAllowed = resourceRef
        ? findReadable(this.entities, resourceRef, name)
        : SEE_ALL.includes(name);
      return {
        result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      };
    });

  authorizeConditional: PermissionsService['authorizeConditional'] = async (
    requests,
    options,
  ) =>
    requests.map(({ permission }): PolicyDecision => {
      const name = nameOf(options!.credentials);
      if (SEE_ALL.includes(name)) return { result: AuthorizeResult.ALLOW };
      if (permission.name !== 'catalog.entity.read') {
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'free-tier',
          resourceType: 'free-tier-cluster',
          conditions: { rule: 'X', resourceType: 'x', params: {} },
        };
      }
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: createEntityReaderCondition(readersOf(name)),
      };
    });
}

/**
 * The search as the portal runs it: Backstage's plugin and collators with our
 * module, on a database.
 *
 * @param options - `entities`: the catalog, changed by changing the list;
 *   `freeTierUrl`: where the free tier answers; `techDocsUrl`: where TechDocs does
 */
export async function startSearch(options: {
  knex: Knex;
  entities: Entity[];
  freeTierUrl: string;
  techDocsUrl: string;
}) {
  const { knex, entities } = options;
  const baseUrls: Record<string, string> = {
    'free-tier': options.freeTierUrl,
    techdocs: options.techDocsUrl,
  };
  const runs = new Map<string, () => Promise<void>>();
  const scheduler = mockServices.scheduler.mock({
    createScheduledTaskRunner: () => ({
      run: async ({ id, fn }) => {
        runs.set(id, async () => {
          await fn(new AbortController().signal);
        });
      },
    }),
    scheduleTask: async ({ id, fn }) => {
      runs.set(id, async () => {
        await fn(new AbortController().signal);
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      catalogCollator,
      techdocsCollator,
      searchModuleNerds,
      // reads the list anew every time
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock.mock({
            queryEntities: async () => ({
              items: entities,
              totalItems: entities.length,
              pageInfo: {},
            }),
            getEntitiesByRefs: async ({ entityRefs }) => ({
              items: entityRefs.map(ref =>
                entities.find(entity => stringifyEntityRef(entity) === ref),
              ),
            }),
          }),
      }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
      mockServices.database.mock({ getClient: async () => knex }).factory,
      mockServices.discovery.mock({
        getBaseUrl: async pluginId =>
          baseUrls[pluginId] ?? 'http://localhost:0',
      }).factory,
      scheduler.factory,
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => new FakePermissions(entities),
      }),
    ],
  });
  const check = createAnswerCheck(
    await readOpenApiDocument(
      resolvePackagePath(
        '@nerds/plugin-search-backend-module-nerds',
        'openapi/openapi.yaml',
      ),
    ),
  );
  const as = (name: string | undefined, test: Test) =>
    name
      ? test.set(
          'Authorization',
          mockCredentials.user.header(`user:default/${name}`),
        )
      : test.set('Authorization', mockCredentials.none.header());
  return {
    /** Runs what is scheduled, as often as a test wants. */
    run: async (id: string) => runs.get(id)!(),
    /** Asks the API of the portal; every answer has to be as described. */
    get: async (path: string, name?: string) => {
      const answer = await as(
        name,
        request(server).get(`/api/search/v1${path}`),
      );
      check('get', path, answer);
      return answer;
    },
    /** Asks Backstage's own API. */
    getStock: (path: string, name: string) =>
      as(name, request(server).get(`/api/search${path}`)),
  };
}
