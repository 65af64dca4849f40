import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startControlPlane } from './control-plane/startControlPlane.ts';
import { buildForgeUrl, type ForgeConnection } from './forge/prepareForge.ts';
import { startForge } from './forge/startForge.ts';
import {
  KUBECTL_CLIENT_ID,
  PORTAL_CLIENT_ID,
} from './identity-provider/settings.ts';
import { mintIdToken } from './identity-provider/signIn.ts';
import { startIdentityProvider } from './identity-provider/startIdentityProvider.ts';
import { findFreePort, LOOPBACK } from './network/ports.ts';
import {
  AUDIT_LOG_DATABASE,
  setUpAuditLog,
} from './audit-log/setUpAuditLog.ts';
import { preparePortalRole } from './postgres/preparePortalRole.ts';
import {
  startPostgres,
  type PostgresConnection,
} from './postgres/startPostgres.ts';
import { SecretFiles } from './state/secrets.ts';

/**
 * Everything a test needs to know about a throw-away stack. Plain data, so
 * that it can be handed over as JSON.
 *
 * @public
 */
export interface TestStackDetails {
  dir: string;
  /** As the superuser: for tests that make databases, or tamper with one. */
  postgresUrl: string;
  postgres: { host: string; port: number; user: string; password: string };
  /** As the portal connects: an ordinary role. */
  portalPostgresUrl: string;
  portalPostgres: {
    host: string;
    port: number;
    user: string;
    password: string;
  };
  auditLogDatabase: string;
  /** Address of kube-apiserver. */
  server: string;
  /** PEM file of the authority of kube-apiserver. */
  kubernetesCaFile: string;
  kubernetesVersion: string;
  adminKubeconfig: string;
  /** The portal's least-privilege account. */
  portalKubeconfig: string;
  /** Path of kubectl. */
  kubectl: string;
  issuer: string;
  oidcMetadataUrl: string;
  /** PEM file of the authority of the identity provider. */
  oidcCaFile: string;
  portalBaseUrl: string;
  portalClientId: string;
  portalClientSecret: string;
  kubectlClientId: string;
  /** As the portal connects: an account that makes repositories in one organisation. */
  forge: ForgeConnection;
  /**
   * `GET <mintUrl>?account=<demo account>[&client=<client id>]` answers an ID token as text.
   */
  mintUrl: string;
  pids: Record<string, number>;
}

/** @public */
export interface TestStack extends TestStackDetails {
  stop(): Promise<void>;
}

/** The portal of a test stack does not run; its client only needs an address. */
const PORTAL_BASE_URL = 'http://localhost:7007';

async function collect<T extends { stop(): Promise<void> }>(
  start: Promise<T>,
  stops: (() => Promise<void>)[],
): Promise<T> {
  const running = await start;
  stops.push(() => running.stop());
  return running;
}

function pickLogin({ host, port, user, password }: PostgresConnection) {
  return { host, port, user, password };
}

function startMint(
  mint: (account: string, client: string) => Promise<string>,
): Promise<Server> {
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://mint').searchParams;
    mint(query.get('account') ?? '', query.get('client') ?? KUBECTL_CLIENT_ID)
      .then(token => response.end(token))
      .catch(error => {
        response.statusCode = 400;
        response.end(String(error));
      });
  });
  return new Promise(resolve => {
    server.listen(0, LOOPBACK, () => resolve(server));
  });
}

/**
 * Starts PostgreSQL, the identity provider and a control plane with guard-rails
 * in a temporary directory, on free ports, not durable and therefore fast.
 *
 * @public
 */
export async function startTestStack(): Promise<TestStack> {
  const dir = mkdtempSync(join(tmpdir(), 'nerds-test-stack-'));
  // PostgreSQL's own account must get in when this runs as root
  chmodSync(dir, 0o755);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.reverse()) {
      await stopOne();
    }
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const forgePort = await findFreePort();
    const [postgres, provider] = await Promise.all([
      collect(startPostgres({ dir, durable: false }), stops),
      collect(
        startIdentityProvider({
          dir,
          portalBaseUrl: PORTAL_BASE_URL,
          forgeBaseUrl: buildForgeUrl(forgePort),
        }),
        stops,
      ),
    ]);
    const oidc = {
      issuer: provider.issuer,
      ca: readFileSync(provider.caFile, 'utf8'),
      audiences: [KUBECTL_CLIENT_ID, PORTAL_CLIENT_ID],
    };
    const cluster = await collect(
      startControlPlane({ dir, durable: false, oidc }),
      stops,
    );
    const forge = await collect(
      startForge({
        ...{ dir, postgres, port: forgePort },
        identityProvider: provider,
      }),
      stops,
    );
    const target = { ...provider, portalBaseUrl: PORTAL_BASE_URL };
    const mint = await startMint((account, client) =>
      mintIdToken(target, account, client),
    );
    stops.push(async () => {
      mint.close();
      mint.closeAllConnections();
    });
    const portalPostgres = await preparePortalRole(
      postgres,
      new SecretFiles(join(dir, 'secrets')),
    );
    await setUpAuditLog(postgres.url, { role: portalPostgres.user });
    return {
      dir,
      postgresUrl: postgres.url,
      postgres: pickLogin(postgres),
      portalPostgresUrl: portalPostgres.url,
      portalPostgres: pickLogin(portalPostgres),
      auditLogDatabase: AUDIT_LOG_DATABASE,
      server: cluster.server,
      kubernetesCaFile: join(dir, 'secrets', 'kubernetes-ca.crt'),
      kubernetesVersion: cluster.version,
      adminKubeconfig: cluster.adminKubeconfig,
      portalKubeconfig: cluster.portalKubeconfig,
      kubectl: cluster.kubectl,
      issuer: provider.issuer,
      oidcMetadataUrl: provider.metadataUrl,
      oidcCaFile: provider.caFile,
      portalBaseUrl: PORTAL_BASE_URL,
      portalClientId: provider.portalClientId,
      portalClientSecret: provider.portalClientSecret,
      kubectlClientId: provider.kubectlClientId,
      forge: forge.connection,
      mintUrl: `http://${LOOPBACK}:${
        (mint.address() as AddressInfo).port
      }/id-token`,
      pids: {
        postgres: postgres.pid,
        'identity-provider': provider.pid,
        ...cluster.pids,
        forge: forge.pid,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
