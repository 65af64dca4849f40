import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../packages/local-stack/src/network/ports.ts';
import { buildPortalProcess } from '../../packages/local-stack/src/portal/buildPortalProcess.ts';
import { pollUntil } from '../statistics.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A portal that runs beside the one of the local stack. */
export interface Portal {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a portal with databases of its own. Only the keys that sign tokens are
 * shared, so that a token of the local stack counts here too.
 */
export async function startPortal(options: {
  dir: string;
  environment: Record<string, string>;
  databasePrefix: string;
  entitiesFile: string;
  /** Whether it asks the permission policy. */
  isChecked: boolean;
}): Promise<Portal> {
  const { dir, databasePrefix, entitiesFile, isChecked } = options;
  const name = isChecked ? 'checked' : 'unchecked';
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const configFile = path.join(dir, `${name}.yaml`);
  const perPerson = 1_000_000;
  writeFileSync(
    configFile,
    JSON.stringify({
      permission: { enabled: isChecked },
      backend: {
        database: {
          prefix: databasePrefix,
          plugin: {
            auth: { connection: { database: 'backstage_plugin_auth' } },
          },
        },
      },
      frontDoor: {
        rateLimits: { general: { perPerson }, expensive: { perPerson } },
      },
      catalog: {
        processingInterval: { hours: 24 },
        locations: [
          {
            type: 'file',
            target: entitiesFile,
            rules: [{ allow: ['Component'] }],
          },
        ],
      },
    }),
  );
  const spec = buildPortalProcess(url, {
    ...options.environment,
    // PORTAL_BASE_URL stays: it is who signed the token
    PORTAL_PORT: String(port),
  });
  const log = openSync(path.join(dir, `${name}.log`), 'a');
  const child = spawn(
    spec.command,
    [
      ...spec.args,
      '--config',
      path.join(root, 'app-config.yaml'),
      '--config',
      configFile,
    ],
    {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env } as NodeJS.ProcessEnv,
      stdio: ['ignore', log, log],
    },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    const forced = sleep(10_000).then(() => child.kill('SIGKILL'));
    await Promise.race([ended, forced]);
    await ended;
  };
  await pollUntil(
    async () => {
      if (child.exitCode !== null) {
        throw new Error(`The ${name} portal stopped: see ${dir}/${name}.log`);
      }
      const health = `${url}/.backstage/health/v1/readiness`;
      const response = await fetch(health).catch(() => undefined);
      return response?.ok || undefined;
    },
    { timeoutMs: 300_000, what: `the ${name} portal` },
  ).catch(async error => {
    await stop();
    throw error;
  });
  return { url, stop };
}
