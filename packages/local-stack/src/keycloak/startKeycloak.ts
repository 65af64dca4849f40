import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isAnswering } from '../network/httpRequest.ts';
import { findFreePort, LOOPBACK } from '../network/ports.ts';
import { ManagedProcess } from '../process/ManagedProcess.ts';
import { runCommand } from '../process/runCommand.ts';
import { KEYCLOAK } from './versions.ts';

/** A Keycloak with the realm of `realm.json`. @public */
export interface KeycloakConnection {
  version: string;
  baseUrl: string;
  realm: string;
  metadataUrl: string;
  portalClientId: string;
  portalClientSecret: string;
  /** May read users and groups. */
  directoryClientId: string;
  directoryClientSecret: string;
  /** Made for this run. */
  admin: { username: string; password: string };
}

/** @public */
export interface RunningKeycloak extends KeycloakConnection {
  stop(): Promise<void>;
}

/**
 * This machine has no Java, no Maven, or no repository that has Keycloak.
 *
 * @public
 */
export class KeycloakUnavailableError extends Error {
  readonly name = 'KeycloakUnavailableError';
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Gets the distribution through Maven, with the settings of this machine.
 *
 * @param cache - where it is kept
 * @returns path of the tar.gz
 * @throws {@link KeycloakUnavailableError} with the reason
 * @internal
 */
export async function ensureKeycloak(cache: string): Promise<string> {
  const archive = join(
    cache,
    `keycloak-quarkus-dist-${KEYCLOAK.version}.tar.gz`,
  );
  if ((await runCommand('java', ['-version'])).exitCode !== 0) {
    throw new KeycloakUnavailableError('Keycloak needs Java 17 or newer');
  }
  if (!existsSync(archive)) {
    mkdirSync(cache, { recursive: true });
    const { exitCode, output } = await runCommand(
      'mvn',
      [
        '--batch-mode',
        '--quiet',
        KEYCLOAK.mavenGoal,
        `-Dartifact=${KEYCLOAK.artifact}`,
        `-DoutputDirectory=${cache}`,
      ],
      { cwd: cache, signal: AbortSignal.timeout(300_000) },
    );
    if (exitCode !== 0) {
      const [reason = 'Maven is not installed'] = output.trim().split('\n');
      throw new KeycloakUnavailableError(
        `Maven did not get ${KEYCLOAK.artifact}: ${reason}`,
      );
    }
  }
  if ((await hashFile(archive)) !== KEYCLOAK.sha256) {
    await rm(archive);
    throw new Error(`${archive} is not the Keycloak that was asked for`);
  }
  return archive;
}

/**
 * Starts a throw-away Keycloak on loopback.
 *
 * @param options - `dir` for the unpacked program, its data and its log
 * @public
 */
export async function startKeycloak(options: {
  dir: string;
  cache: string;
}): Promise<RunningKeycloak> {
  const archive = await ensureKeycloak(options.cache);
  const { exitCode, output } = await runCommand('tar', [
    'xzf',
    archive,
    '-C',
    options.dir,
  ]);
  if (exitCode !== 0) {
    throw new Error(`Keycloak was not unpacked: ${output}`);
  }
  const home = join(options.dir, `keycloak-${KEYCLOAK.version}`);
  const imports = join(home, 'data', 'import');
  mkdirSync(imports, { recursive: true });
  await copyFile(
    join(import.meta.dirname, 'realm.json'),
    join(imports, 'realm.json'),
  );
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}`;
  const metadataUrl = `${baseUrl}/realms/organisatie/.well-known/openid-configuration`;
  const admin = {
    username: 'admin',
    password: randomBytes(24).toString('base64url'),
  };
  const keycloak = await ManagedProcess.start(
    {
      name: 'keycloak',
      command: join(home, 'bin', 'kc.sh'),
      args: [
        'start-dev',
        '--import-realm',
        '--db=dev-mem',
        '--cache=local',
        `--http-host=${LOOPBACK}`,
        `--http-port=${port}`,
      ],
      env: {
        KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
        KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
        // half the processor time until it is up; it does not live long enough for more
        JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1',
      },
      isReady: () => isAnswering(metadataUrl),
      readyTimeoutMs: 600_000,
    },
    { logDirectory: options.dir },
  );
  return {
    version: KEYCLOAK.version,
    baseUrl,
    realm: 'organisatie',
    metadataUrl,
    portalClientId: 'nerds-portal',
    portalClientSecret: 'portal-test-secret',
    directoryClientId: 'nerds-directory',
    directoryClientSecret: 'directory-test-secret',
    admin,
    stop: () => keycloak.stop(),
  };
}
