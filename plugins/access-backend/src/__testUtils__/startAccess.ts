import {
  coreServices,
  createServiceFactory,
  resolvePackagePath,
  type BackstageCredentials,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import { readOpenApiDocument } from '@nerds/http-api';
import { createAccessReviewCondition } from '@nerds/plugin-access-common';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import { accessPlugin } from '../plugin';
import { FakePortalApi } from './FakePortalApi';

/** Teams of the people that tests sign in as. */
const TEAMS: Record<string, string[]> = {
  dev: ['burgerzaken'],
  lead: ['burgerzaken'],
  'other-lead': ['vergunningen'],
  admin: ['beheer'],
  auditor: ['auditors'],
};

const READ = ['access.role.read'];

const ADMINISTER = [...READ, 'access.role.grant', 'access.role.revoke'];

/** Basic permissions; who is not named may see the roles. */
const PERMISSIONS: Record<string, string[]> = {
  admin: ADMINISTER,
  'second-admin': ADMINISTER,
  'nobody-allowed': [],
};

/** For which teams somebody has the permissions about reviews. */
const REVIEWS: Record<
  string,
  { read: '*' | string[]; decide: '*' | string[] }
> = {
  admin: { read: '*', decide: '*' },
  auditor: { read: '*', decide: [] },
  lead: { read: ['burgerzaken'], decide: ['burgerzaken'] },
  // leads a team without being a member
  'lead-from-outside': { read: ['burgerzaken'], decide: ['burgerzaken'] },
  'other-lead': { read: ['vergunningen'], decide: ['vergunningen'] },
};

export const toUserRef = (name: string) => `user:default/${name}`;
export const toGroupRef = (name: string) => `group:default/${name}`;

function nameOf(credentials: BackstageCredentials): string {
  const { userEntityRef } = credentials.principal as { userEntityRef: string };
  return userEntityRef.slice('user:default/'.length);
}

function decideAbout(permission: string, name: string): PolicyDecision {
  if (permission === 'machine-access.token.read') {
    return name === 'admin'
      ? { result: AuthorizeResult.ALLOW }
      : decideAbout('access.review.read', name);
  }
  const { read, decide } = REVIEWS[name] ?? { read: [], decide: [] };
  const teams = permission === 'access.review.read' ? read : decide;
  if (teams === '*') return { result: AuthorizeResult.ALLOW };
  if (teams.length === 0) return { result: AuthorizeResult.DENY };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'access',
    resourceType: 'access-review',
    conditions: {
      anyOf: [createAccessReviewCondition(teams.map(toGroupRef))],
    },
  };
}

const permissions: PermissionsService = {
  authorize: async (requests, options) => {
    const { credentials } = options as { credentials: BackstageCredentials };
    const allowed = PERMISSIONS[nameOf(credentials)] ?? READ;
    return requests.map(({ permission }) => ({
      result: allowed.includes(permission.name)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }));
  },
  authorizeConditional: async (requests, options) => {
    const { credentials } = options as { credentials: BackstageCredentials };
    return requests.map(({ permission }) =>
      decideAbout(permission.name, nameOf(credentials)),
    );
  },
};

const TABLES = ['reviews', 'role_grants', 'people', 'teams', 'revoked_members'];

/** The whole plugin over HTTP on a real database, beside plugins that do as they are told. */
export async function startAccess(options: {
  knex: Knex;
  /** `permission.roles` in the configuration. */
  roles?: JsonObject;
}) {
  const { knex, roles = { administrator: ['group:default/beheer'] } } = options;
  const portal = new FakePortalApi();
  portal.reset();
  const auditor = mockServices.auditor.mock();
  const audited: JsonObject[] = [];
  auditor.createEvent.mockImplementation(async event => {
    const write = (status: string) => async (end?: { meta?: JsonObject }) => {
      const { eventId, meta } = event;
      audited.push({ eventId, status, ...meta, ...end?.meta });
    };
    return { success: write('succeeded'), fail: write('failed') };
  });
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const name = nameOf(credentials);
      const groups = (TEAMS[name] ?? []).map(toGroupRef);
      return {
        userEntityRef: toUserRef(name),
        ownershipEntityRefs: [toUserRef(name), ...groups],
      };
    },
  });
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const notified: NotificationSendOptions[] = [];
  const backend = await startTestBackend({
    features: [
      accessPlugin,
      ...portal.features(),
      mockServices.rootConfig.factory({ data: { permission: { roles } } }),
      mockServices.database.factory({ knex }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      userInfo.factory,
      auditor.factory,
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async sent => void notified.push(sent) }),
      }),
    ],
  });

  const openApi = await readOpenApiDocument(
    resolvePackagePath('@nerds/plugin-access-backend', 'openapi/openapi.yaml'),
  );
  const expectDescribed = createAnswerCheck(openApi);
  const asPlugin = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:auth'),
    targetPluginId: 'access',
  });
  return {
    backend,
    portal,
    actions,
    audited,
    notified,
    call(
      name: string | undefined,
      method: 'get' | 'post' | 'delete',
      path: string,
      headers: Record<string, string> = {},
    ): Test {
      const test = request(backend.server)[method](`/api/access/v1${path}`);
      const signedIn = name
        ? test.set(
            'Authorization',
            mockCredentials.user.header(toUserRef(name)),
          )
        : test;
      return signedIn
        .set(headers)
        .expect(answer => expectDescribed(method, path, answer));
    },
    /** Signs somebody in, in the teams of the tests or others. */
    async signIn(name: string, teams = TEAMS[name] ?? []) {
      const { body, status } = await request(backend.server)
        .post('/api/access/internal/sign-ins')
        .set('Authorization', asPlugin)
        .send({ userEntityRef: toUserRef(name), teams: teams.map(toGroupRef) });
      expect(status).toBe(200);
      return body.teams as string[];
    },
    /** What the policy is told. */
    async getSnapshot() {
      const { body } = await request(backend.server)
        .get('/api/access/internal/policy-snapshot')
        .set('Authorization', asPlugin);
      return body;
    },
    /** Empties everything between two tests. */
    async reset() {
      portal.reset();
      audited.length = 0;
      notified.length = 0;
      for (const table of TABLES) await knex(table).delete();
    },
  };
}

export type AccessUnderTest = Awaited<ReturnType<typeof startAccess>>;
