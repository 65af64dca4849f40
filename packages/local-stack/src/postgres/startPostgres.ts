import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findFreePort, LOOPBACK } from '../network/ports.ts';
import { buildStackPaths } from '../paths.ts';
import {
  ManagedProcess,
  type ProcessSpec,
  type StartOptions,
} from '../process/ManagedProcess.ts';
import { SecretFiles } from '../state/secrets.ts';
import {
  POSTGRES_STOP_RULES,
  prepareDataDirectory,
} from './prepareDataDirectory.ts';
import { ensureServerAccount } from './serverAccount.ts';
import { locateServerFiles } from './serverFiles.ts';

const USER = 'portal';
/** Every backend plugin keeps a pool of its own; the default of 100 is too few. */
const MAX_CONNECTIONS = 300;

/** How to reach the database server. @public */
export interface PostgresConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  /** The same as one connection string, to the database `postgres`. */
  url: string;
  version: string;
}

/** @public */
export interface PostgresOptions {
  /** Directory of the stack; the data is kept below it. */
  dir: string;
  /** Default: one that is free. */
  port?: number;
  /** Default true. False is faster and loses data when the machine stops; for tests. */
  durable?: boolean;
}

async function isAcceptingConnections(url: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
  });
  // An error outside a query (server stops) is reported by the query as well.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false; // starting up or recovering: asked again
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes the database when needed and says how to run its server.
 *
 * @internal
 */
export async function preparePostgres(
  options: PostgresOptions & { port: number },
): Promise<{ spec: ProcessSpec; connection: PostgresConnection }> {
  const paths = buildStackPaths(options.dir);
  const account = ensureServerAccount();
  mkdirSync(paths.postgres, { recursive: true, mode: 0o755 });
  const files = await locateServerFiles(paths.postgres, account);
  const password = await new SecretFiles(paths.secrets).ensure(
    'postgres-password',
  );
  await prepareDataDirectory({ files, account, user: USER, password });
  const connection: PostgresConnection = {
    host: LOOPBACK,
    port: options.port,
    user: USER,
    password,
    url: `postgresql://${USER}:${password}@${LOOPBACK}:${options.port}/postgres`,
    version: files.version,
  };
  const settings = {
    listen_addresses: LOOPBACK,
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    ...(options.durable === false && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
  };
  return {
    connection,
    spec: {
      name: 'postgres',
      command: files.postgres,
      args: [
        '-D',
        files.dataDirectory,
        '-p',
        String(options.port),
        ...Object.entries(settings).flatMap(([key, value]) => [
          '-c',
          `${key}=${value}`,
        ]),
      ],
      env: { LC_ALL: 'C' },
      cwd: '/',
      user: account,
      stop: POSTGRES_STOP_RULES,
      isReady: () => isAcceptingConnections(connection.url),
      readyTimeoutMs: 120_000,
    },
  };
}

/** @public */
export interface RunningPostgres extends PostgresConnection {
  pid: number;
  stop(): Promise<void>;
}

/** Sessions of a server that was killed need a moment to notice it. */
const ORPHANED_SESSIONS_WAIT_MS = 2_000;

/**
 * Starts the server; once more when the first try met the remains of a server
 * that was killed a moment ago.
 *
 * @internal
 */
export async function startPostgresProcess(
  spec: ProcessSpec,
  options: StartOptions,
): Promise<ManagedProcess> {
  try {
    return await ManagedProcess.start(spec, options);
  } catch (error) {
    if (!String(error).includes('pre-existing shared memory block')) {
      throw error;
    }
    await sleep(ORPHANED_SESSIONS_WAIT_MS);
    return ManagedProcess.start(spec, options);
  }
}

/**
 * Starts a PostgreSQL server of its own below a directory.
 *
 * @public
 */
export async function startPostgres(
  options: PostgresOptions,
): Promise<RunningPostgres> {
  const port = options.port ?? (await findFreePort());
  const { spec, connection } = await preparePostgres({ ...options, port });
  const server = await startPostgresProcess(spec, {
    logDirectory: buildStackPaths(options.dir).logs,
  });
  return {
    ...connection,
    pid: server.identity.pid,
    stop: () => server.stop(),
  };
}
