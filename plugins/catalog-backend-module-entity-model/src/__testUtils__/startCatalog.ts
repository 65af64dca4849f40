import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
  resolvePackagePath,
  type BackstageCredentials,
  type BackstageUserPrincipal,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readOpenApiDocument } from '@nerds/http-api';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import { accessServiceRef } from '@nerds/plugin-access-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { catalogModuleEntityModel } from '../module';

const READ = 'catalog-sources.source.read';
const READ_ALL = 'catalog-sources.run.read';

/** Who of the tests may do what besides reading the catalog, and is of which teams. */
const PEOPLE: Record<string, { permissions: string[]; teams: string[] }> = {
  burgerzaken: { permissions: [READ], teams: ['group:default/burgerzaken'] },
  vergunningen: { permissions: [READ], teams: ['group:default/vergunningen'] },
  // in the session, and taken away by a review since
  revoked: { permissions: [READ], teams: ['group:default/burgerzaken'] },
  nobody: { permissions: [READ], teams: [] },
  platform: { permissions: [READ, READ_ALL], teams: [] },
  machine: { permissions: [], teams: ['group:default/burgerzaken'] },
};

const nameOf = (credentials: BackstageCredentials) =>
  (credentials.principal as BackstageUserPrincipal).userEntityRef.slice(
    'user:default/'.length,
  );

const permissions: PermissionsService = {
  authorize: async (requests, options) => {
    const { credentials } = options as { credentials: BackstageCredentials };
    const { permissions: allowed } = PEOPLE[nameOf(credentials)];
    return requests.map(({ permission }) => ({
      result:
        permission.name.startsWith('catalog.') ||
        allowed.includes(permission.name)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    }));
  },
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
};

/** What the catalog itself has noted of the entities that do not come in. */
const selectErrors = (knex: Knex) =>
  knex('refresh_state').whereNotNull('errors').whereNotIn('errors', ['', '[]']);

async function waitFor(isThere: () => Promise<boolean>, what: string) {
  for (let tries = 0; tries < 600; tries++) {
    if (await isThere()) return;
    await sleep(100);
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** The whole catalog over HTTP on a real database; it reads the files given. */
export async function startCatalog(knex: Knex, files: Record<string, string>) {
  const fileServer = createServer((req, res) => {
    res.end(files[new URL(req.url!, 'http://x').pathname]);
  });
  await new Promise<void>(done => fileServer.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(fileServer.address() as AddressInfo).port}`;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleEntityModel,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
      createServiceFactory({
        service: accessServiceRef,
        deps: {},
        factory: () => ({
          getPolicySnapshot: async () => ({
            grants: [],
            revokedMembers: [
              {
                userEntityRef: 'user:default/revoked',
                team: 'group:default/burgerzaken',
              },
            ],
          }),
          recordSignIn: async ({ teams }) => ({ teams }),
        }),
      }),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => ({
          userEntityRef: `user:default/${nameOf(credentials)}`,
          ownershipEntityRefs: [
            `user:default/${nameOf(credentials)}`,
            ...PEOPLE[nameOf(credentials)].teams,
          ],
        }),
      }).factory,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { reading: { allow: [{ host }] } },
          catalog: {
            processingInterval: { seconds: 1 },
            rules: [{ allow: ['Component', 'Location', 'System'] }],
          },
        },
      }),
    ],
  });
  const check = createAnswerCheck(
    await readOpenApiDocument(
      resolvePackagePath(
        '@nerds/plugin-catalog-backend-module-entity-model',
        'openapi/openapi.yaml',
      ),
    ),
  );
  const signIn = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);
  return {
    origin: `http://${host}`,
    async register(path: string) {
      await request(backend.server)
        .post('/api/catalog/locations')
        .set('Authorization', signIn('platform'))
        .send({ type: 'url', target: `http://${host}${path}` })
        .expect(201);
    },
    /** Asks for what is wrong; answers that are not as described fail. */
    ask(name: string | undefined, query = '', language = 'nl') {
      const path = `/entity-errors${query}`;
      const test = request(backend.server)
        .get(`/api/catalog/v1${path}`)
        .set('Accept-Language', language);
      if (name) test.set('Authorization', signIn(name));
      return test.expect(answer => check('get', path, answer));
    },
    waitForErrors: (count: number) =>
      waitFor(
        async () => (await selectErrors(knex)).length === count,
        `${count} errors`,
      ),
    waitForEntity: (entityRef: string) =>
      waitFor(async () => {
        const rows = await knex('final_entities')
          .where('entity_ref', entityRef)
          .whereNotNull('final_entity');
        return rows.length > 0;
      }, entityRef),
    describe: () =>
      request(backend.server).get('/api/catalog/v1/openapi.json').expect(200),
    async stop() {
      await backend.stop();
      await new Promise(done => fileServer.close(done));
    },
  };
}
