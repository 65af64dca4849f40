import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setUpAuditLog } from '../../packages/local-stack/src/audit-log/setUpAuditLog.ts';
import {
  startIdentityProvider,
  type RunningIdentityProvider,
} from '../../packages/local-stack/src/identity-provider/startIdentityProvider.ts';
import { findFreePort } from '../../packages/local-stack/src/network/ports.ts';
import { buildStackPaths } from '../../packages/local-stack/src/paths.ts';
import { buildPortalEnvironment } from '../../packages/local-stack/src/portal/buildPortalEnvironment.ts';
import { preparePortalRole } from '../../packages/local-stack/src/postgres/preparePortalRole.ts';
import { startPostgres } from '../../packages/local-stack/src/postgres/startPostgres.ts';
import { SecretFiles } from '../../packages/local-stack/src/state/secrets.ts';

/** What both backends stand on, all of it made for one run. */
export interface Stack {
  dir: string;
  portalUrl: string;
  /** To every database, as the superuser. */
  postgresUrl: string;
  identityProvider: RunningIdentityProvider;
  /** What `app-config.yaml` reads. */
  environment: Record<string, string>;
}

/** Stops what was started, last first. */
export class Cleanup {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #running?: Promise<void>;

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** A second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#runSteps();
    return this.#running;
  }

  async #runSteps(): Promise<void> {
    for (const step of this.#steps.reverse()) {
      await Promise.resolve()
        .then(step)
        // what can still be stopped has to be stopped
        .catch(error => process.stderr.write(`${error}\n`));
    }
  }
}

/** A database server and an identity provider, without a cluster and a forge. */
export async function startStack(cleanup: Cleanup): Promise<Stack> {
  const dir = mkdtempSync(path.join(tmpdir(), 'nerds-bench-catalog-'));
  cleanup.add(() => rmSync(dir, { recursive: true, force: true }));
  // PostgreSQL's own account must get in when this runs as root
  chmodSync(dir, 0o755);
  const postgres = await startPostgres({ dir, durable: false });
  cleanup.add(() => postgres.stop());
  const portalUrl = `http://localhost:${await findFreePort()}`;
  const identityProvider = await startIdentityProvider({
    dir,
    portalBaseUrl: portalUrl,
    testControl: true,
  });
  cleanup.add(() => identityProvider.stop());
  const secrets = new SecretFiles(path.join(dir, 'secrets'));
  const role = await preparePortalRole(postgres, secrets);
  await setUpAuditLog(postgres.url, { role: role.user });
  const environment = buildPortalEnvironment({
    paths: buildStackPaths(dir),
    portalUrl,
    postgres: role,
    identityProvider,
    // nothing is asked of it
    forge: {
      baseUrl: 'http://localhost:9',
      organization: 'none',
      username: 'none',
      password: 'none',
      webhookSecret: 'none',
    },
    sessionSecret: await secrets.ensure('session-secret'),
    own: process.env,
  });
  return {
    dir,
    portalUrl,
    postgresUrl: postgres.url,
    identityProvider,
    environment,
  };
}
