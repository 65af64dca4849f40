import { spawn, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../../packages/local-stack/src/network/ports.ts';
import { buildPortalProcess } from '../../packages/local-stack/src/portal/buildPortalProcess.ts';
import { HttpClient } from '../httpJson.ts';
import { pollUntil } from '../statistics.ts';
import type { GeneratedEntity } from './entities.ts';
import type { BackendName } from './requests.ts';
import type { Cleanup, Stack } from './stack.ts';

const STOP_TIMEOUT_MS = 15_000;
const READY_TIMEOUT_MS = 300_000;
const root = path.resolve(import.meta.dirname, '../..');
const ownBackends = path.join(import.meta.dirname, 'backends');

/** Far away, so that nothing is read or written again while others measure. */
const NEVER = { hours: 24, minutes: 0, seconds: 0 };

/** What the provider in a backend says of a delta. */
interface Answer {
  type: 'delivered' | 'failed' | 'watch';
  message?: string;
}

/** A backend that runs, with databases of its own. */
export interface Backend {
  name: BackendName;
  client: HttpClient;
  /** Database of one of its plugins. */
  databaseOf(plugin: string): string;
  /** Writes entities to the catalog as one delta. */
  deliver(entities: GeneratedEntity[]): Promise<void>;
}

/** What both have, so that only the portal itself differs. */
function buildSharedConfig(prefix: string) {
  return {
    backend: {
      database: {
        prefix,
        // with the keys that sign what people show
        plugin: { auth: { connection: { database: 'bench_auth' } } },
      },
    },
    catalog: {
      processingInterval: NEVER,
      locations: [],
      rules: [
        {
          allow: ['API', 'Component', 'Group', 'Resource', 'System', 'User'],
        },
      ],
    },
    search: {
      collators: {
        catalog: {
          schedule: {
            frequency: NEVER,
            // the scheduler waits this long before it looks whether it has to run
            initialDelay: { seconds: 1 },
            timeout: { minutes: 30 },
          },
        },
      },
    },
  };
}

/** The portal as it is, but with as many calls per person as there are. */
function buildPortalConfig(prefix: string) {
  const perPerson = 1_000_000;
  const limits = { perPerson, perAddress: perPerson };
  return {
    ...buildSharedConfig(prefix),
    frontDoor: {
      rateLimits: {
        general: limits,
        expensive: limits,
        signIn: { perAddress: perPerson },
      },
    },
  };
}

/** What `app-config.yaml` says of the server, without anything of the portal. */
function buildPlainConfig(stack: Stack, prefix: string, port: number) {
  const { environment } = stack;
  const shared = buildSharedConfig(prefix);
  return {
    ...shared,
    app: { baseUrl: stack.portalUrl },
    backend: {
      // who signed what people show
      baseUrl: stack.portalUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        ...shared.backend.database,
        client: 'pg',
        connection: {
          host: environment.POSTGRES_HOST,
          port: Number(environment.POSTGRES_PORT),
          user: environment.POSTGRES_USER,
          password: environment.POSTGRES_PASSWORD,
        },
      },
    },
    permission: { enabled: false },
  };
}

/** Starts the portal, with a provider that writes what it is sent. */
export async function startPortal(stack: Stack, cleanup: Cleanup) {
  const prefix = 'bench_portal_';
  return startBackend(stack, cleanup, {
    name: 'portal',
    prefix,
    url: stack.portalUrl,
    script: 'src/index.ts',
    preload: [path.join(ownBackends, 'withDelivery.ts')],
    baseConfig: [path.join(root, 'app-config.yaml')],
    config: buildPortalConfig(prefix),
  });
}

/** Starts a plain Backstage with the same provider. */
export async function startPlain(stack: Stack, cleanup: Cleanup) {
  const prefix = 'bench_plain_';
  const port = await findFreePort();
  return startBackend(stack, cleanup, {
    name: 'backstage',
    prefix,
    url: `http://localhost:${port}`,
    script: path.join(ownBackends, 'plain.ts'),
    preload: [],
    baseConfig: [],
    config: buildPlainConfig(stack, prefix, port),
  });
}

async function startBackend(
  stack: Stack,
  cleanup: Cleanup,
  options: {
    name: BackendName;
    prefix: string;
    url: string;
    script: string;
    preload: string[];
    baseConfig: string[];
    config: object;
  },
): Promise<Backend> {
  const { name, url, prefix } = options;
  const configFile = path.join(stack.dir, `${name}.json`);
  writeFileSync(configFile, JSON.stringify(options.config), { mode: 0o600 });
  const spec = buildPortalProcess(url, stack.environment);
  const logFile = path.join(stack.dir, `${name}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(
    spec.command,
    [
      ...spec.args.slice(0, -1),
      ...options.preload.flatMap(file => ['--require', file]),
      options.script,
      ...[...options.baseConfig, configFile].flatMap(file => [
        '--config',
        file,
      ]),
    ],
    {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env } as NodeJS.ProcessEnv,
      stdio: ['ignore', log, log, 'ipc'],
    },
  );
  cleanup.add(() => stopChild(child));
  await waitUntilReady(child, url, logFile);
  const client = new HttpClient(url);
  cleanup.add(() => client.close());
  return {
    name,
    client,
    databaseOf: plugin => `${prefix}${plugin}`,
    deliver: entities => deliver(child, entities),
  };
}

async function waitUntilReady(child: ChildProcess, url: string, log: string) {
  await pollUntil(
    async () => {
      if (child.exitCode !== null) throw new Error(`It stopped: see ${log}`);
      const health = `${url}/.backstage/health/v1/readiness`;
      const response = await fetch(health).catch(() => undefined);
      return response?.ok || undefined;
    },
    { timeoutMs: READY_TIMEOUT_MS, what: url },
  );
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

/** @throws Error when the provider cannot write, or its process ends */
async function deliver(
  child: ChildProcess,
  entities: GeneratedEntity[],
): Promise<void> {
  const answered = waitForAnswer(child);
  child.send({ type: 'deliver', entities });
  await answered;
}

async function waitForAnswer(child: ChildProcess): Promise<void> {
  const stopListening = new AbortController();
  const { signal } = stopListening;
  const messages = on(child, 'message', { signal, close: ['exit'] });
  try {
    for await (const [message] of messages) {
      const { type, message: reason } = message as Answer;
      if (type === 'delivered') return;
      if (type === 'failed') throw new Error(reason);
      // the loader of the sources tells here which files it reads
    }
    throw new Error('The backend stopped');
  } finally {
    stopListening.abort();
  }
}
