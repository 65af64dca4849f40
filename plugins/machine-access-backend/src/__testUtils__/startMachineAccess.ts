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
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import { readOpenApiDocument } from '@nerds/http-api';
import {
  buildMachineTokenIsOwnedBy,
  type MachineTokenRequest,
} from '@nerds/plugin-machine-access-common';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import { machineAccessPlugin } from '../plugin';

/** Teams of the people that tests sign in as. */
const TEAMS: Record<string, string[]> = {
  'dev-burgerzaken': ['burgerzaken'],
  'dev-vergunningen': ['vergunningen'],
  'dev-two-teams': ['burgerzaken', 'vergunningen'],
  auditor: ['auditors'],
  administrator: ['administrators'],
  'no-team': [],
  // still in the team at the identity provider, put out of it in a review
  'put-out': ['burgerzaken'],
};

const toUserRef = (name: string) =>
  name.includes('/') ? name : `user:default/${name}`;

function nameOf(credentials: BackstageCredentials): string {
  const { userEntityRef } = credentials.principal as { userEntityRef: string };
  return userEntityRef.replace('user:default/', '');
}

const toTeamRefs = (name: string) =>
  (TEAMS[name] ?? []).map(team => `group:default/${team}`);

/** As the policy of the portal decides; nobody here may delete clusters. */
function decide(name: string, permission: Permission): PolicyDecision {
  const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
  const deny: PolicyDecision = { result: AuthorizeResult.DENY };
  const ofTeams: PolicyDecision = {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'machine-access',
    resourceType: 'machine-access-token',
    conditions: buildMachineTokenIsOwnedBy(
      name === 'put-out' ? [] : toTeamRefs(name),
    ),
  };
  const isPrivileged = name === 'auditor' || name === 'administrator';
  switch (permission.name) {
    case 'machine-access.token.read':
      return isPrivileged ? allow : ofTeams;
    case 'machine-access.token.create':
      return name === 'auditor' ? deny : allow;
    case 'machine-access.token.revoke':
      if (name === 'auditor') return deny;
      return name === 'administrator' ? allow : ofTeams;
    case 'free-tier.cluster.delete':
      return deny;
    default:
      return allow;
  }
}

const permissions: PermissionsService = {
  authorize: async (requests, options) => {
    const { credentials } = options as { credentials: BackstageCredentials };
    return requests.map(({ permission }) => {
      const { result } = decide(nameOf(credentials), permission);
      if (result === AuthorizeResult.CONDITIONAL) {
        throw new Error(`${permission.name} needs a resource`);
      }
      return { result };
    });
  },
  authorizeConditional: async (requests, options) => {
    const { credentials } = options as { credentials: BackstageCredentials };
    return requests.map(({ permission }) =>
      decide(nameOf(credentials), permission),
    );
  },
};

/** A request that is good for `dev-burgerzaken`. */
export function buildRequest(
  overrides: Partial<MachineTokenRequest> = {},
): MachineTokenRequest {
  return {
    name: 'uitrol',
    team: 'group:default/burgerzaken',
    permissions: ['free-tier.cluster.read', 'free-tier.cluster.create'],
    lifetimeDays: 90,
    ...overrides,
  };
}

/** The whole plugin over HTTP on a real database, with the policy told above. */
export async function startMachineAccess(options: {
  knex: Knex;
  machineAccess?: JsonObject;
}) {
  const auditor = mockServices.auditor.mock();
  const audited: JsonObject[] = [];
  auditor.createEvent.mockImplementation(async event => {
    const { eventId, severityLevel, meta } = event;
    const write = (status: string) => async (end?: { meta?: JsonObject }) => {
      audited.push({ eventId, severityLevel, status, ...meta, ...end?.meta });
    };
    return { success: write('succeeded'), fail: write('failed') };
  });
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const name = nameOf(credentials);
      return {
        userEntityRef: toUserRef(name),
        ownershipEntityRefs: [toUserRef(name), ...toTeamRefs(name)],
      };
    },
  });
  const logger = mockServices.logger.mock();
  const actions = actionsRegistryServiceMock({ logger });
  const sent: unknown[] = [];
  const backend = await startTestBackend({
    features: [
      machineAccessPlugin,
      mockServices.rootConfig.factory({
        data: { machineAccess: options.machineAccess ?? {} },
      }),
      mockServices.database.factory({ knex: options.knex }),
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
        factory: () => ({
          send: async notification => {
            sent.push(notification);
          },
        }),
      }),
    ],
  });

  const expectDescribed = createAnswerCheck(
    await readOpenApiDocument(
      resolvePackagePath(
        '@nerds/plugin-machine-access-backend',
        'openapi/openapi.yaml',
      ),
    ),
  );
  const call = (
    name: string | undefined,
    method: 'get' | 'post' | 'delete',
    path: string,
    headers: Record<string, string> = {},
  ): Test => {
    const test = request(backend.server)[method](
      `/api/machine-access/v1${path}`,
    );
    const signedIn = name
      ? test.set('Authorization', mockCredentials.user.header(toUserRef(name)))
      : test;
    return signedIn
      .set(headers)
      .expect(answer => expectDescribed(method, path, answer));
  };
  return {
    backend,
    actions,
    audited,
    sent,
    call,
    /** As another plugin asks. */
    ask: (subject: string, method: 'get' | 'post', path: string) =>
      request(backend.server)
        [method](`/api/machine-access/internal${path}`)
        .set(
          'Authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service(subject),
            targetPluginId: 'machine-access',
          }),
        ),
    async create(overrides: Partial<MachineTokenRequest> = {}) {
      const { status, body } = await call(
        'dev-burgerzaken',
        'post',
        '/tokens',
      ).send(buildRequest(overrides));
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body as { token: { id: string }; secret: string };
    },
    async reset() {
      audited.length = 0;
      await options.knex('machine_tokens').delete();
    },
  };
}

export type MachineAccessUnderTest = Awaited<
  ReturnType<typeof startMachineAccess>
>;
