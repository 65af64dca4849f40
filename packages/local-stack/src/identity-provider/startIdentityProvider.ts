import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isAnswering } from '../network/httpRequest.ts';
import { findFreePort, LOOPBACK } from '../network/ports.ts';
import { buildStackPaths } from '../paths.ts';
import { CertificateAuthority } from '../pki/CertificateAuthority.ts';
import { ManagedProcess, type ProcessSpec } from '../process/ManagedProcess.ts';
import { writeFileAtomic } from '../state/files.ts';
import { SecretFiles } from '../state/secrets.ts';
import {
  FORGE_CLIENT_ID,
  KUBECTL_CLIENT_ID,
  PORTAL_CLIENT_ID,
  SETTINGS_VARIABLE,
  type IdentityProviderSettings,
} from './settings.ts';
import { TEST_CONTROL_PATH } from './testControl.ts';

const TEST_CONTROL_SECRET = 'identity-provider-test-control';

/** How programs reach the identity provider. @public */
export interface IdentityProviderConnection {
  issuer: string;
  metadataUrl: string;
  /** PEM file of the authority that signed the provider's certificate. */
  caFile: string;
  /** Where people's browsers are sent. */
  pagesOrigin: string;
  portalClientId: string;
  portalClientSecret: string;
  kubectlClientId: string;
  /** Only with a forge to sign in to. */
  forgeClient?: { id: string; secret: string };
  version: string;
  /** Only when asked for: where a test changes accounts, and with what. */
  testControl?: { url: string; secret: string };
}

/** @public */
export interface IdentityProviderOptions {
  /** Directory of the stack. */
  dir: string;
  /** The portal that people sign in to; default one that does not run. */
  portalBaseUrl?: string;
  /** The forge that people sign in to. Default: there is none. */
  forgeBaseUrl?: string;
  /** Default: ones that are free. */
  ports?: { api: number; pages: number };
  /** Lets a test change accounts. Default false. */
  testControl?: boolean;
}

function makeSigningKeys(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = {
    ...privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
    kid: randomUUID(),
  };
  return JSON.stringify({ keys: [key] });
}

function readProviderVersion(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('oidc-provider');
  const manifest = join(entry, '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    version: string;
  };
  return version;
}

/**
 * Makes keys and settings when needed and says how to run the provider.
 *
 * @internal
 */
export async function prepareIdentityProvider(options: {
  dir: string;
  portalBaseUrl: string;
  forgeBaseUrl?: string;
  ports: { api: number; pages: number };
  testControl?: boolean;
}): Promise<{ spec: ProcessSpec; connection: IdentityProviderConnection }> {
  const paths = buildStackPaths(options.dir);
  const secrets = new SecretFiles(paths.secrets);
  const authority = await CertificateAuthority.open(
    paths.secrets,
    'identity-provider',
  );
  const server = await authority.issue({
    commonName: 'NeRDS local identity provider',
    hosts: ['localhost', LOOPBACK],
  });
  writeFileAtomic(paths.identityProviderCa, authority.certificate);
  writeFileAtomic(secrets.path('identity-provider.crt'), server.certificate);
  writeFileAtomic(secrets.path('identity-provider.key'), server.key, 0o600);
  const clientSecret = await secrets.ensure('portal-client-secret');
  await secrets.ensure('identity-provider-cookie-key');
  await secrets.ensure('identity-provider-signing-keys.json', makeSigningKeys);
  const { forgeBaseUrl } = options;
  const forgeSecret =
    forgeBaseUrl && (await secrets.ensure('forge-client-secret'));
  const testControl = options.testControl && {
    url: `https://${LOOPBACK}:${options.ports.api}${TEST_CONTROL_PATH}`,
    secret: await secrets.ensure(TEST_CONTROL_SECRET),
  };
  const settings: IdentityProviderSettings = {
    issuer: `https://${LOOPBACK}:${options.ports.api}`,
    port: options.ports.api,
    pagesOrigin: `http://localhost:${options.ports.pages}`,
    pagesPort: options.ports.pages,
    portalBaseUrl: options.portalBaseUrl,
    certificateFile: secrets.path('identity-provider.crt'),
    keyFile: secrets.path('identity-provider.key'),
    clientSecretFile: secrets.path('portal-client-secret'),
    cookieKeyFile: secrets.path('identity-provider-cookie-key'),
    signingKeysFile: secrets.path('identity-provider-signing-keys.json'),
    ...(forgeBaseUrl && {
      forge: {
        baseUrl: forgeBaseUrl,
        clientSecretFile: secrets.path('forge-client-secret'),
      },
    }),
    ...(options.testControl && {
      testControlSecretFile: secrets.path(TEST_CONTROL_SECRET),
    }),
  };
  const settingsFile = secrets.path('identity-provider.json');
  writeFileAtomic(settingsFile, JSON.stringify(settings, null, 2), 0o600);
  const metadataUrl = `${settings.issuer}/.well-known/openid-configuration`;
  return {
    connection: {
      issuer: settings.issuer,
      metadataUrl,
      caFile: paths.identityProviderCa,
      pagesOrigin: settings.pagesOrigin,
      portalClientId: PORTAL_CLIENT_ID,
      portalClientSecret: clientSecret,
      kubectlClientId: KUBECTL_CLIENT_ID,
      ...(forgeSecret && {
        forgeClient: { id: FORGE_CLIENT_ID, secret: forgeSecret },
      }),
      version: readProviderVersion(),
      ...(testControl && { testControl }),
    },
    spec: {
      name: 'identity-provider',
      command: process.execPath,
      args: [join(import.meta.dirname, 'main.ts')],
      env: {
        [SETTINGS_VARIABLE]: settingsFile,
        NODE_ENV: 'production',
        NODE_OPTIONS: undefined,
      },
      isReady: () => isAnswering(metadataUrl, { ca: authority.certificate }),
      readyTimeoutMs: 30_000,
    },
  };
}

/** @public */
export interface RunningIdentityProvider extends IdentityProviderConnection {
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts an identity provider of its own below a directory.
 *
 * @public
 */
export async function startIdentityProvider(
  options: IdentityProviderOptions,
): Promise<RunningIdentityProvider> {
  const ports = options.ports ?? {
    api: await findFreePort(),
    pages: await findFreePort(),
  };
  const { spec, connection } = await prepareIdentityProvider({
    dir: options.dir,
    portalBaseUrl: options.portalBaseUrl ?? 'http://localhost:7007',
    forgeBaseUrl: options.forgeBaseUrl,
    ports,
    testControl: options.testControl,
  });
  const provider = await ManagedProcess.start(spec, {
    logDirectory: buildStackPaths(options.dir).logs,
  });
  return {
    ...connection,
    pid: provider.identity.pid,
    stop: () => provider.stop(),
  };
}
