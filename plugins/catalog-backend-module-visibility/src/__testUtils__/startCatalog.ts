import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import { catalogModuleVisibility } from '../module';

const LOCATION = 'url:https://forge.example.nl/catalog-info.yaml';

/** Brings entities into the catalog as every source does. */
function createSource(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-source',
    register(reg) {
      reg.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-source',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}

function createPermissions(
  decide: (name: string) => PolicyDecision,
): PermissionsService {
  const decideFor: PermissionsService['authorizeConditional'] = async (
    requests,
    options,
  ) => {
    const { principal } = options!.credentials as {
      principal: { type: string; userEntityRef: string };
    };
    return requests.map(() =>
      principal.type === 'service'
        ? { result: AuthorizeResult.ALLOW }
        : decide(principal.userEntityRef.slice('user:default/'.length)),
    );
  };
  return {
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    authorizeConditional: decideFor,
  };
}

/** A component, of a team, that only the team may see or everybody. */
export function buildComponent(
  name: string,
  spec: { type: string; owner: string; visibility?: 'team' },
): Entity {
  const { visibility, ...rest } = spec;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
        ...(visibility && { 'nerds.overheid.nl/visibility': visibility }),
      },
    },
    spec: { ...rest, lifecycle: 'production' },
  };
}

/**
 * The whole catalog over HTTP on a real database, with these entities in it.
 *
 * @param options - `decide`: the policy about reading it, by somebody's name
 */
export async function startCatalog(options: {
  knex: Knex;
  entities: Entity[];
  decide: (name: string) => PolicyDecision;
}) {
  const { knex, entities, decide } = options;
  const auditor = mockServices.auditor.mock();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleVisibility,
      createSource(entities),
      auditor.factory,
      mockServices.database.mock({ getClient: async () => knex }).factory,
      mockServices.rootConfig.factory({
        data: { catalog: { processingInterval: { seconds: 1 } } },
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => createPermissions(decide),
      }),
    ],
  });
  for (let tries = 0; ; tries++) {
    const rows = await knex('final_entities').whereNotNull('final_entity');
    if (rows.length === entities.length) break;
    if (tries > 600) throw new Error(`Only ${rows.length} entities came in`);
    await sleep(100);
  }
  const as = (name: string, test: Test) =>
    test.set(
      'Authorization',
      mockCredentials.user.header(`user:default/${name}`),
    );
  return {
    auditor,
    stop: () => backend.stop(),
    get: (path: string, name: string) =>
      as(name, request(backend.server).get(`/api/catalog${path}`)),
    /** Asks the catalog itself: nothing of ours answers what is in a body. */
    post: (path: string, body: object, name: string) =>
      as(name, request(backend.server).post(`/api/catalog${path}`)).send(body),
  };
}
