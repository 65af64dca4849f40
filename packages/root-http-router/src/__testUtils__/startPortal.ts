import { createServer, type AddressInfo } from 'node:net';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  auditRecorderServiceRef,
  type AuditRecorder,
  type NewAuditEvent,
} from '@nerds/plugin-audit-log-node';
import { getRequestContext } from '@nerds/request-context';
import type { RequestHandler } from 'express';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { frontDoor } from '../frontDoor';

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

function createPlugin(pluginId: string, handler: RequestHandler) {
  return createBackendPlugin({
    pluginId,
    register(reg) {
      reg.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
          httpRouter.use(handler);
        },
      });
    },
  });
}

/** The keys of the portal, and a way to make tokens with them. */
async function createIssuer(issuer: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'test' };
  return {
    jwks: { keys: [key] },
    issueToken: (sub: string, signingKey = privateKey) =>
      new SignJWT({})
        .setProtectedHeader({
          alg: 'ES256',
          kid: 'test',
          typ: 'vnd.backstage.user',
        })
        .setSubject(sub)
        .setAudience('backstage')
        .setIssuer(issuer)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(signingKey),
  };
}

function createRecorder(events: NewAuditEvent[]): AuditRecorder {
  return {
    async record(event) {
      const context = getRequestContext();
      if (context) context.auditEventCount += 1;
      events.push(event);
    },
    requireAvailable() {},
  };
}

const running: ReturnType<typeof createBackend>[] = [];

/** Stops every portal of a test file; for `afterAll`. */
export async function stopPortals(): Promise<void> {
  await Promise.all(running.splice(0).map(backend => backend.stop()));
}

/**
 * Starts a backend behind the real front door, with a plugin (default `example`)
 * whose routes the test gives and an auth plugin that only shows its keys.
 */
export async function startPortal(options: {
  routes?: RequestHandler;
  pluginId?: string;
  authRoutes?: RequestHandler;
  config?: JsonObject;
  baseUrl?: string;
  trustProxy?: boolean | string;
}) {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const events: NewAuditEvent[] = [];
  const issuer = await createIssuer(`${options.baseUrl ?? url}/api/auth`);
  const config = {
    app: { baseUrl: options.baseUrl ?? url },
    auth: { session: { secret: 'a secret of the test' } },
    backend: {
      baseUrl: options.baseUrl ?? url,
      listen: { host: '127.0.0.1', port },
      ...(options.trustProxy && { trustProxy: options.trustProxy }),
    },
    ...options.config,
  };
  const auth = express.Router();
  auth.get('/.well-known/jwks.json', (_req, res) => res.json(issuer.jwks));
  if (options.authRoutes) auth.use(options.authRoutes);
  const backend = createBackend();
  for (const feature of [
    mockServices.rootConfig.factory({ data: config }),
    mockServices.rootLogger.factory(),
    mockServices.auth.factory(),
    mockServices.httpAuth.factory(),
    createServiceFactory({
      service: auditRecorderServiceRef,
      deps: {},
      factory: () => createRecorder(events),
    }),
    frontDoor,
    createPlugin('auth', auth),
    createPlugin(
      options.pluginId ?? 'example',
      options.routes ?? ((_req, _res, next) => next()),
    ),
  ]) {
    backend.add(feature);
  }
  await backend.start();
  running.push(backend);
  return { url, port, events, issueToken: issuer.issueToken, backend };
}
