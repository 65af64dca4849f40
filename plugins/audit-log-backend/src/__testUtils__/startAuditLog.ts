import {
  coreServices,
  createServiceFactory,
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
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import {
  AUDIT_LOG_EVENT_RESOURCE_TYPE,
  createConcernsTeamCondition,
  createHasActorCondition,
} from '@nerds/plugin-audit-log-common';
import { auditorServiceFactory } from '@nerds/plugin-audit-log-node';
import {
  createTestAuditLog,
  type TestAuditLog,
} from '@nerds/plugin-audit-log-node/testUtils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument } from '@nerds/http-api';
import request, { type Test } from 'supertest';
import { auditLogPlugin } from '../plugin';

/** What the people that tests sign in as may read; who is not named: nothing. */
const TEAMS: Record<string, string[]> = {
  sanne: ['group:default/burgerzaken'],
  jan: ['group:default/vergunningen'],
};

function decide(permission: string, name: string): PolicyDecision {
  if (name === 'auditor') return { result: AuthorizeResult.ALLOW };
  if (!Object.hasOwn(TEAMS, name) || permission !== 'audit-log.event.read') {
    return { result: AuthorizeResult.DENY };
  }
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'audit-log',
    resourceType: AUDIT_LOG_EVENT_RESOURCE_TYPE,
    conditions: {
      anyOf: [
        createConcernsTeamCondition(TEAMS[name]),
        createHasActorCondition([`user:default/${name}`]),
      ],
    },
  };
}

const nameIn = (options: unknown) => {
  const { credentials } = options as { credentials: BackstageCredentials };
  const { userEntityRef } = credentials.principal as { userEntityRef: string };
  return userEntityRef.slice('user:default/'.length);
};

const permissions: PermissionsService = {
  authorize: async (requests, options) =>
    requests.map(({ permission }) => {
      const decision = decide(permission.name, nameIn(options));
      if (decision.result !== AuthorizeResult.CONDITIONAL) return decision;
      throw new Error(`${permission.name} has conditions: ask for them`);
    }),
  authorizeConditional: async (requests, options) =>
    requests.map(({ permission }) => decide(permission.name, nameIn(options))),
};

export interface RunningAuditLog {
  log: TestAuditLog;
  actions: ReturnType<typeof actionsRegistryServiceMock>;
  /** Signed in as that person; holds every answer against the description. */
  call(method: 'get' | 'post', path: string, name?: string): Promise<any>;
  /** Puts events on record, in this order. */
  append(...events: object[]): Promise<void>;
  /** Who asked for what, without what the test itself put there. */
  readOwnEvents(): Promise<any[]>;
  stop(): Promise<void>;
}

export const EVENT = {
  act: 'free-tier.cluster-create',
  object: 'cluster:1',
  result: 'succeeded',
  origin: { address: '192.0.2.1', path: '/api/free-tier/v1/clusters' },
  actor: 'user:default/sanne',
  at: '2026-12-01T09:00:00.000Z',
  severity: 'medium',
  plugin: 'free-tier',
  correlationId: 'one',
  teams: ['group:default/burgerzaken'],
};

/** The whole plugin on PostgreSQL, connected as the portal is: an ordinary role. */
export async function startAuditLog(
  options: { connection?: string } = {},
): Promise<RunningAuditLog> {
  const log = await createTestAuditLog();
  const actions = actionsRegistryServiceMock();
  const backend = await startTestBackend({
    features: [
      auditLogPlugin,
      auditorServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          auditLog: {
            database: { connection: options.connection ?? log.url },
          },
        },
      }),
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
    ],
  });
  const check = createAnswerCheck(
    await readOpenApiDocument(
      resolvePackagePath(
        '@nerds/plugin-audit-log-backend',
        'openapi/openapi.yaml',
      ),
    ),
  );
  return {
    log,
    actions,
    call: async (method, path, name) => {
      const authorization = name
        ? mockCredentials.user.header(`user:default/${name}`)
        : mockCredentials.none.header();
      const test: Test = request(backend.server)
        [method](`/api/audit-log/v1${path}`)
        .set('Authorization', authorization);
      const answer = await test;
      check(method, path, answer);
      return answer;
    },
    append: async (...events) => {
      for (const event of events) {
        await log.query('portal', 'SELECT audit.append($1)', [
          JSON.stringify({ ...EVENT, ...event }),
        ]);
      }
    },
    readOwnEvents: async () => {
      const rows = await log.query(
        'portal',
        `SELECT payload FROM audit.events WHERE plugin = 'audit-log' ORDER BY sequence`,
      );
      return rows.map(({ payload }) => payload);
    },
    stop: async () => {
      await backend.stop();
      await log.drop();
    },
  };
}
