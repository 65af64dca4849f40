import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { on, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importPKCS8, SignJWT } from 'jose';
import { LIST_ROUTES, type Route } from './listRoutes';

const START_TIMEOUT_MS = 180_000;
const BACKEND_DIRECTORY = resolve(__dirname, '../..');
const KEY_ID = 'test';

/** What the test stack tells about itself, as far as a portal needs it. */
export interface TestStack {
  portalPostgres: Record<'host' | 'port' | 'user' | 'password', string>;
  auditLogDatabase: string;
  oidcMetadataUrl: string;
  oidcCaFile: string;
  issuer: string;
  portalClientId: string;
  portalClientSecret: string;
  mintUrl: string;
}

/** A token of the portal as the test wants it. */
export interface TokenOptions {
  sub?: string;
  /** Defaults to that of a user. */
  typ?: string;
  audience?: string;
  issuer?: string;
  /** Seconds from now. */
  expiresIn?: number;
}

/** The whole portal in a process of its own, with keys that the test has. */
export interface RunningPortal {
  url: string;
  issueToken(options?: TokenOptions): Promise<string>;
  listRoutes(): Promise<Route[]>;
  stop(): Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function writeConfig(dir: string): { file: string; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const keyFiles = {
    publicKeyFile: join(dir, 'public.pem'),
    privateKeyFile: join(dir, 'private.pem'),
  };
  writeFileSync(keyFiles.publicKeyFile, publicKey);
  writeFileSync(keyFiles.privateKeyFile, privateKey, { mode: 0o600 });
  const keys = [{ keyId: KEY_ID, algorithm: 'ES256', ...keyFiles }];
  const file = join(dir, 'app-config.test.yaml');
  // JSON is YAML
  writeFileSync(
    file,
    JSON.stringify({
      auth: { keyStore: { provider: 'static', static: { keys } } },
      backend: {
        auth: { pluginKeyStore: { type: 'static', static: { keys } } },
      },
      frontDoor: {
        // the crawl is one very busy caller
        rateLimits: Object.fromEntries(
          ['general', 'expensive', 'signIn'].map(name => [
            name,
            { perAddress: 1_000_000, perPerson: 1_000_000 },
          ]),
        ),
      },
    }),
  );
  return { file, privateKey };
}

function buildEnvironment(
  stack: TestStack,
  options: { url: string; dir: string },
) {
  const { url, dir } = options;
  const { host, port, user, password } = stack.portalPostgres;
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORTAL_BASE_URL: url,
    PORTAL_PORT: new URL(url).port,
    POSTGRES_HOST: host,
    POSTGRES_PORT: String(port),
    POSTGRES_USER: user,
    POSTGRES_PASSWORD: password,
    AUDIT_LOG_DATABASE: stack.auditLogDatabase,
    AUTH_SESSION_SECRET: 'only for this test',
    AUTH_OIDC_METADATA_URL: stack.oidcMetadataUrl,
    AUTH_OIDC_CLIENT_ID: stack.portalClientId,
    AUTH_OIDC_CLIENT_SECRET: stack.portalClientSecret,
    NODE_EXTRA_CA_CERTS: stack.oidcCaFile,
    TECHDOCS_DIRECTORY: join(dir, 'techdocs'),
    // not there: the region is "starting", which is all that this needs
    FREE_TIER_LOCAL_KUBECONFIG: join(dir, 'kubeconfig'),
    FREE_TIER_LOCAL_STATUS_FILE: join(dir, 'status.json'),
    KUBERNETES_OIDC_ISSUER_URL: stack.issuer,
    KUBERNETES_OIDC_CLIENT_ID: 'nerds-kubectl',
    KUBERNETES_OIDC_CA_FILE: stack.oidcCaFile,
  };
}

async function waitUntilReady(url: string, child: ChildProcess, log: string[]) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await sleep(500);
  }
  child.kill('SIGKILL');
  throw new Error(`The portal did not start:\n${log.slice(-30).join('')}`);
}

function createIssueToken(url: string, pem: string) {
  return async (options: TokenOptions = {}) => {
    const { sub = 'user:default/crawler', typ = 'vnd.backstage.user' } =
      options;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ })
      .setSubject(sub)
      .setAudience(options.audience ?? 'backstage')
      .setIssuer(options.issuer ?? `${url}/api/auth`)
      .setIssuedAt(now - 7200)
      .setExpirationTime(now + (options.expiresIn ?? 3600))
      .sign(await importPKCS8(pem, 'ES256'));
  };
}

/** Starts the portal from source, as the local stack does. */
export async function startPortal(stackFile: string): Promise<RunningPortal> {
  const stack = JSON.parse(readFileSync(stackFile, 'utf8')) as TestStack;
  const dir = mkdtempSync(join(tmpdir(), 'nerds-portal-'));
  const { file, privateKey } = writeConfig(dir);
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const log: string[] = [];
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--require',
      join(__dirname, 'recordRoutes.ts'),
      'src/index.ts',
      ...['--config', '../../app-config.yaml', '--config', file],
    ],
    {
      cwd: BACKEND_DIRECTORY,
      env: buildEnvironment(stack, { url, dir }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const exited = once(child, 'exit');
  child.stdout!.on('data', data => log.push(String(data)));
  child.stderr!.on('data', data => log.push(String(data)));
  await waitUntilReady(url, child, log);
  return {
    url,
    issueToken: createIssueToken(url, privateKey),
    async listRoutes() {
      child.send(LIST_ROUTES);
      // Backstage talks over the same channel
      for await (const [message] of on(child, 'message')) {
        if (message?.routes) return message.routes as Route[];
      }
      throw new Error('The portal ended');
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
