import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { createBackend } from '@backstage/backend-defaults';
import { HostDiscovery } from '@backstage/backend-defaults/discovery';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import type { JsonObject } from '@backstage/types';
import authModuleMachineAccess from '@nerds/plugin-auth-backend-module-machine-access';
import {
  createMachineAccessMiddleware,
  readFrontDoorOptions,
} from '@nerds/plugin-machine-access-node';
import type { Knex } from 'knex';
import { Router } from 'express';
import { machineAccessPlugin } from '../plugin';

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

/** Signs in whoever says who that is; stands in for an identity provider of people. */
const signInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'people',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'people',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize: () => undefined,
              authenticate: async ({ req }) => ({ result: req.body }),
            }),
            signInResolver: ({ result: { name, team } }, ctx) =>
              ctx.issueToken({
                claims: {
                  sub: `user:default/${name}`,
                  ent: [`user:default/${name}`, `group:default/${team}`],
                },
              }),
          }),
        });
      },
    });
  },
});

/** A plugin that says who it takes the caller for, itself and through another plugin. */
const mirrorPlugin = createBackendPlugin({
  pluginId: 'mirror',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        userInfo: coreServices.userInfo,
      },
      async init({ auth, discovery, httpAuth, httpRouter, userInfo }) {
        const router = Router();
        router.get('/me', (req, res, next) => {
          httpAuth
            .credentials(req, { allow: ['user'] })
            .then(credentials => userInfo.getUserInfo(credentials))
            .then(info => res.json(info), next);
        });
        router.get('/token', (req, res) => {
          // What no plugin of the portal ever does.
          res.json({ token: req.headers.authorization?.split(' ')[1] });
        });
        const askMirror = async (
          req: Parameters<typeof httpAuth.credentials>[0],
        ) => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await httpAuth.credentials(req),
            targetPluginId: 'mirror',
          });
          const url = `${await discovery.getBaseUrl('mirror')}/me`;
          const answer = await fetch(url, {
            headers: { Authorization: `Bearer ${token}` },
          });
          return answer.json();
        };
        router.get('/me-through-plugin', (req, res, next) => {
          askMirror(req).then(info => res.json(info), next);
        });
        httpRouter.use(router);
      },
    });
  },
});

/**
 * A portal of Backstage's own auth plugin, machine access and its front door,
 * over real HTTP with real tokens.
 */
export async function startPortal(options: {
  knex: Knex;
  machineAccess: JsonObject;
}) {
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}`;
  // knex hides the password from whoever copies its connection as a whole.
  const {
    host,
    port: databasePort,
    user,
    password,
    database,
  } = options.knex.client.config.connection;
  const logged: string[] = [];
  const rootLogger = mockServices.rootLogger.mock();
  const audited: JsonObject[] = [];
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    const write = (...parts: unknown[]) => {
      logged.push(`${level} ${parts.map(part => inspect(part)).join(' ')}`);
    };
    rootLogger[level].mockImplementation(write);
  }
  rootLogger.child.mockImplementation(() => rootLogger);
  const backend = createBackend();
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl },
        backend: {
          baseUrl,
          listen: { host: 'localhost', port },
          database: {
            client: 'pg',
            connection: { host, port: databasePort, user, password, database },
            pluginDivisionMode: 'schema',
            ensureSchemaExists: true,
          },
        },
        auth: {
          session: { secret: 'a session secret for this test' },
          providers: { machine: {}, people: {} },
        },
        machineAccess: options.machineAccess,
      },
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => rootLogger,
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => ({
        createEvent: async ({ eventId, meta }) => {
          const write =
            (status: string) => async (end?: { meta?: JsonObject }) => {
              audited.push({ eventId, status, ...meta, ...end?.meta });
            };
          return { success: write('succeeded'), fail: write('failed') };
        },
      }),
    }),
  );
  backend.add(
    rootHttpRouterServiceFactory({
      configure({ app, config, routes, middleware, logger }) {
        const discovery = HostDiscovery.fromConfig(config);
        app.use(
          createMachineAccessMiddleware({
            ...readFrontDoorOptions(config),
            exchangeUrl: async () =>
              `${await discovery.getBaseUrl('auth')}/machine/refresh`,
            logger,
          }),
          routes,
          middleware.error(),
        );
      },
    }),
  );
  backend.add(authPlugin);
  backend.add(signInModule);
  backend.add(authModuleMachineAccess);
  backend.add(machineAccessPlugin);
  backend.add(mirrorPlugin);
  await backend.start();

  return {
    baseUrl,
    audited,
    logged,
    stop: () => backend.stop(),
    async signIn(name: string, team: string): Promise<string> {
      const answer = await fetch(`${baseUrl}/api/auth/people/refresh`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, team }),
      });
      const { backstageIdentity } = (await answer.json()) as {
        backstageIdentity: { token: string };
      };
      return backstageIdentity.token;
    },
    /** Asks with a bearer token, and reads the answer. */
    async call(
      token: string | undefined,
      path: string,
      init: { method?: string; body?: object; cookie?: string } = {},
    ): Promise<{ status: number; body: any; headers: Headers }> {
      const answer = await fetch(`${baseUrl}${path}`, {
        method: init.method,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(init.body && { 'Content-Type': 'application/json' }),
          ...(init.cookie && { Cookie: init.cookie }),
        },
        body: init.body && JSON.stringify(init.body),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        body: text === '' ? undefined : JSON.parse(text),
        headers: answer.headers,
      };
    },
  };
}

export type PortalUnderTest = Awaited<ReturnType<typeof startPortal>>;
