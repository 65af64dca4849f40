import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAnswering } from '../network/httpRequest.ts';
import { buildStackPaths } from '../paths.ts';
import { toDatabaseUrl, withClient } from '../postgres/runSql.ts';
import type { PostgresConnection } from '../postgres/startPostgres.ts';
import type { ProcessSpec } from '../process/ManagedProcess.ts';
import { writeFileAtomic } from '../state/files.ts';
import { SecretFiles } from '../state/secrets.ts';
import { runCommand } from '../process/runCommand.ts';
import { buildForgeSettings } from './buildForgeSettings.ts';
import { ensureSignIn, type ForgeSignIn } from './ensureSignIn.ts';
import type { ForgeProgram } from './program.ts';

/** Our part of its pages. */
const PAGES = join(import.meta.dirname, 'pages');

/** Role of the forge, and name of its database. */
const FORGE_ROLE = 'nerds_forge';

/** Whose repositories the portal makes. @internal */
export const FORGE_ORGANIZATION = 'projecten';

/** As whom the portal works in the forge; no administrator. @internal */
export const FORGE_PORTAL_USER = 'nerds-portal';

/** How the portal reaches the forge; known before the forge runs. @public */
export interface ForgeConnection {
  baseUrl: string;
  organization: string;
  username: string;
  password: string;
  /** What the forge signs its webhooks to the portal with. */
  webhookSecret: string;
}

/** Where people and the portal find a forge that listens on a port. @internal */
export function buildForgeUrl(port: number): string {
  return `http://localhost:${port}`;
}

/**
 * Chooses how the portal will reach the forge.
 *
 * @param options - `dir` is the directory of the stack
 * @internal
 */
export async function prepareForgeConnection(options: {
  dir: string;
  port: number;
}): Promise<ForgeConnection> {
  const secrets = new SecretFiles(buildStackPaths(options.dir).secrets);
  return {
    baseUrl: buildForgeUrl(options.port),
    organization: FORGE_ORGANIZATION,
    username: FORGE_PORTAL_USER,
    password: await secrets.ensure('forge-portal-password'),
    webhookSecret: await secrets.ensure('forge-webhook-secret'),
  };
}

async function ensureDatabase(
  superuser: PostgresConnection,
  password: string,
): Promise<void> {
  await withClient(superuser.url, async client => {
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [
      FORGE_ROLE,
    ]);
    await client.query(
      `${role.rowCount ? 'ALTER' : 'CREATE'} ROLE ${FORGE_ROLE} LOGIN
         NOSUPERUSER NOCREATEDB NOCREATEROLE
         PASSWORD ${client.escapeLiteral(password)}`,
    );
    const database = await client.query(
      'SELECT FROM pg_database WHERE datname = $1',
      [FORGE_ROLE],
    );
    if (!database.rowCount) {
      await client.query(`CREATE DATABASE ${FORGE_ROLE} OWNER ${FORGE_ROLE}`);
    }
  });
}

/** Makes or upgrades the tables, so that there is one to put the sign-in in. */
async function migrateDatabase(
  directory: string,
  program: ForgeProgram,
  settingsFile: string,
): Promise<void> {
  const { exitCode } = await runCommand(
    program.command,
    ['migrate', '--config', settingsFile],
    { cwd: directory, env: buildForgeEnvironment(directory) },
  );
  if (exitCode !== 0) {
    throw new Error('The database of the forge could not be made or upgraded');
  }
}

/**
 * Adds our stylesheet and script to every page; the script takes the place of
 * Gitea's own, which are not built: a page warns about one that is not there. At
 * each start, because the program is kept once built.
 */
function writePageParts(directory: string): void {
  const custom = join(directory, 'custom');
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(custom, path)), { recursive: true });
    writeFileAtomic(join(custom, path), content);
  };
  const read = (name: string) => readFileSync(join(PAGES, name), 'utf8');
  write('public/assets/js/index.js', read('pages.js'));
  write('public/assets/js/iife.js', '');
  write('public/assets/nerds.css', read('pages.css'));
  write(
    'templates/custom/header.tmpl',
    '<link rel="stylesheet" href="{{AssetUrlPrefix}}/nerds.css">\n',
  );
}

/**
 * Makes the forge's database, secrets and settings when needed and says how to
 * run it.
 *
 * @param options - `postgres` is the superuser's connection
 * @returns the file with its settings as well, which its commands need
 * @internal
 */
export async function prepareForge(options: {
  dir: string;
  port: number;
  postgres: PostgresConnection;
  program: ForgeProgram;
  connection: ForgeConnection;
  signIn: ForgeSignIn;
}): Promise<{ spec: ProcessSpec; settingsFile: string }> {
  const { port, postgres, program, connection, signIn } = options;
  const paths = buildStackPaths(options.dir);
  const secrets = new SecretFiles(paths.secrets);
  const password = await secrets.ensure('postgres-forge-password');
  await ensureDatabase(postgres, password);
  await secrets.ensure('forge-secret-key');
  await secrets.ensure('forge-internal-token');
  mkdirSync(paths.forge, { recursive: true, mode: 0o700 });
  const settingsFile = join(paths.forge, 'app.ini');
  writeFileAtomic(
    settingsFile,
    buildForgeSettings({
      directory: paths.forge,
      staticRoot: program.staticRoot,
      port,
      baseUrl: connection.baseUrl,
      database: {
        host: postgres.host,
        port: postgres.port,
        user: FORGE_ROLE,
        password,
      },
      secretKeyFile: secrets.path('forge-secret-key'),
      internalTokenFile: secrets.path('forge-internal-token'),
      root: process.getuid?.() === 0,
    }),
    0o600,
  );
  writePageParts(paths.forge);
  await migrateDatabase(paths.forge, program, settingsFile);
  await ensureSignIn(toDatabaseUrl(postgres.url, FORGE_ROLE), {
    signIn,
    organization: connection.organization,
  });
  return {
    settingsFile,
    spec: {
      name: 'forge',
      command: program.command,
      args: ['web', '--config', settingsFile],
      cwd: paths.forge,
      env: {
        ...buildForgeEnvironment(paths.forge),
        SSL_CERT_FILE: signIn.caFile,
      },
      stop: { signal: 'SIGTERM', timeoutMs: 10_000 },
      isReady: () =>
        isAnswering(`http://127.0.0.1:${port}/api/healthz`, {
          timeoutMs: 5_000,
        }),
      readyTimeoutMs: 180_000,
    },
  };
}

/**
 * Of Gitea and of the git that it starts: what the person who starts the stack
 * has configured for git must not count.
 *
 * @internal
 */
export function buildForgeEnvironment(
  directory: string,
): Record<string, string | undefined> {
  return {
    HOME: directory,
    GIT_CONFIG_NOSYSTEM: '1',
    XDG_CONFIG_HOME: undefined,
    GITEA_CUSTOM: join(directory, 'custom'),
    GITEA_WORK_DIR: directory,
  };
}
