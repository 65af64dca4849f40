import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
  type PermissionsService,
  type PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import {
  createClusterOwnerCondition,
  FREE_TIER_CLUSTER_RESOURCE_TYPE,
  type ClusterRequest,
} from '@nerds/plugin-free-tier-common';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import type { HostCluster } from '../kubernetes/HostCluster';
import { createFreeTierPlugin } from '../plugin';
import { readFreeTierOpenApi } from '../router/readFreeTierOpenApi';
import { FakeHostCluster } from './FakeHostCluster';
import { buildFreeTierConfig } from './freeTierConfig';

/** Teams of the people that tests sign in as. */
const TEAMS: Record<string, string[]> = {
  'dev-burgerzaken': ['burgerzaken'],
  'lead-burgerzaken': ['burgerzaken'],
  'dev-vergunningen': ['vergunningen'],
  'dev-two-teams': ['burgerzaken', 'vergunningen'],
  'platform-engineer': ['platform'],
  auditor: ['auditors'],
  'no-team': [],
  'put-out-of-team': ['burgerzaken', 'vergunningen'],
};

/** Teams that count for the policy, where a review has revoked some of the others. */
const COUNTED_TEAMS: Record<string, string[]> = {
  'put-out-of-team': ['vergunningen'],
};

/** `own`: under the condition that the cluster is of an own team. */
type Grant = 'own' | 'all';

const LOOK: Record<string, Grant> = {
  'free-tier.offer.read': 'all',
  'free-tier.action.read': 'all',
  'free-tier.cluster.read': 'own',
};
const DEVELOP: Record<string, Grant> = {
  ...LOOK,
  'free-tier.action.delete': 'all',
  'free-tier.cluster.create': 'all',
  'free-tier.cluster.connect': 'own',
  'free-tier.cluster.update': 'own',
  'free-tier.cluster.delete': 'own',
};

/** Permissions of a role; who is not named develops. */
const PERMISSIONS: Record<string, Record<string, Grant>> = {
  'platform-engineer': {
    ...DEVELOP,
    'free-tier.cluster.read': 'all',
    'free-tier.cluster.update': 'all',
    'free-tier.cluster.delete': 'all',
  },
  auditor: { ...LOOK, 'free-tier.cluster.read': 'all' },
  'nobody-allowed': {},
};

const toUserRef = (name: string) => `user:default/${name}`;

function nameOf(credentials: BackstageCredentials): string {
  const { userEntityRef } = credentials.principal as { userEntityRef: string };
  return userEntityRef.slice('user:default/'.length);
}

const toGroupRefs = (teams: string[] = []) =>
  teams.map(team => `group:default/${team}`);

function decide(permission: Permission, name: string): PolicyDecision {
  const grants = PERMISSIONS[name] ?? DEVELOP;
  const grant = Object.hasOwn(grants, permission.name)
    ? grants[permission.name]
    : undefined;
  if (grant === undefined) return { result: AuthorizeResult.DENY };
  if (grant === 'all') return { result: AuthorizeResult.ALLOW };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'free-tier',
    resourceType: FREE_TIER_CLUSTER_RESOURCE_TYPE,
    conditions: createClusterOwnerCondition(
      toGroupRefs(COUNTED_TEAMS[name] ?? TEAMS[name]),
    ),
  };
}

const nameIn = (options?: PermissionsServiceRequestOptions) =>
  nameOf((options as { credentials: BackstageCredentials }).credentials);

const permissions: PermissionsService = {
  authorize: async (requests, options) =>
    requests.map(({ permission }) => {
      const decision = decide(permission, nameIn(options));
      if (decision.result !== AuthorizeResult.CONDITIONAL) return decision;
      throw new Error(`${permission.name} has conditions: ask for them`);
    }),
  authorizeConditional: async (queries, options) =>
    queries.map(({ permission }) => decide(permission, nameIn(options))),
};

/** A request that is good for `dev-burgerzaken`. */
export function buildRequest(
  overrides: Partial<ClusterRequest> = {},
): ClusterRequest {
  return {
    name: 'proef',
    owner: 'group:default/burgerzaken',
    tier: 'free',
    size: 'small',
    region: 'local',
    purpose: 'Uitproberen',
    ...overrides,
  };
}

/** The whole plugin over HTTP on a real database, with a host cluster that does as it is told. */
export async function startFreeTier(options: {
  knex: Knex;
  /** Default: a {@link FakeHostCluster} of its own. */
  hostCluster?: HostCluster;
}) {
  const { knex } = options;
  const fake = new FakeHostCluster();
  const hostCluster = options.hostCluster ?? fake;
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
      return {
        userEntityRef: toUserRef(name),
        ownershipEntityRefs: [toUserRef(name), ...toGroupRefs(TEAMS[name])],
      };
    },
  });
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const backend = await startTestBackend({
    features: [
      createFreeTierPlugin({ createHostCluster: () => hostCluster }),
      mockServices.rootConfig.factory({ data: buildFreeTierConfig() }),
      mockServices.database.factory({ knex }),
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
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'burgerzaken' },
            spec: {
              type: 'team',
              children: [],
              profile: { displayName: 'Team Burgerzaken' },
            },
          },
        ],
      }),
    ],
  });

  const expectDescribed = createAnswerCheck(await readFreeTierOpenApi());
  const call = (
    name: string | undefined,
    method: 'get' | 'post' | 'delete',
    path: string,
    headers: Record<string, string> = {},
  ): Test => {
    const test = request(backend.server)[method](`/api/free-tier/v1${path}`);
    const signedIn = name
      ? test.set('Authorization', mockCredentials.user.header(toUserRef(name)))
      : test;
    return signedIn
      .set(headers)
      .expect(answer => expectDescribed(method, path, answer));
  };
  return {
    backend,
    hostCluster: fake,
    actions,
    audited,
    call,
    /** Asks until the cluster is in the state, and answers the cluster. */
    async waitForState(name: string, id: string, state: string) {
      const deadline = Date.now() + 30_000;
      for (;;) {
        const { body } = await call(name, 'get', `/clusters/${id}`);
        if (body.state === state) return body;
        if (Date.now() > deadline) {
          throw new Error(`Not ${state}: ${JSON.stringify(body)}`);
        }
        await new Promise(resolve => setTimeout(resolve, 25));
      }
    },
    /** Empties the ledger between two tests. */
    async reset() {
      fake.before = () => {};
      fake.calls.length = 0;
      fake.namespaces.clear();
      audited.length = 0;
      // DELETE, as TRUNCATE would wait for and be waited for by running passes.
      await knex('clusters').delete();
      await knex('team_quota').delete();
    },
  };
}

export type FreeTierUnderTest = Awaited<ReturnType<typeof startFreeTier>>;
