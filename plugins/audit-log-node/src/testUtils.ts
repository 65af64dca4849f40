import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Client } from 'pg';

/** As the tests of every other plugin; see docs/develop. */
const SERVER_VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** An audit log of its own for one test file. @public */
export interface TestAuditLog {
  /** As the portal connects: an ordinary role. For `auditLog.database.connection`. */
  url: string;
  role: string;
  database: string;
  /** As someone who may do anything, to tamper with. */
  superuserUrl: string;
  /** Runs one statement as the portal or as a superuser. */
  query(
    as: 'portal' | 'superuser',
    text: string,
    values?: unknown[],
  ): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

async function runOn(
  connectionString: string,
  text: string,
  values?: unknown[],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text, values);
    return rows;
  } finally {
    await client.end();
  }
}

/** Runs `setup.sql` as whoever the address is of. @public */
export async function setUpAuditLog(
  url: string,
  settings: { role: string; retentionDays?: number },
): Promise<void> {
  const script = await readFile(
    resolvePackagePath('@nerds/plugin-audit-log-node', 'database/setup.sql'),
    'utf8',
  );
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `SELECT set_config('nerds_audit.application_role', $1, false),
              set_config('nerds_audit.retention_days', $2, false)`,
      [settings.role, String(settings.retentionDays ?? '')],
    );
    await client.query(script);
  } finally {
    await client.end();
  }
}

/**
 * Makes a role and a database with the audit log in it, on the PostgreSQL that
 * the tests run against.
 *
 * @public
 */
export async function createTestAuditLog(): Promise<TestAuditLog> {
  const server = process.env[SERVER_VARIABLE];
  if (!server) throw new Error(`${SERVER_VARIABLE} is not set`);
  const name = `test_audit_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await runOn(
    server,
    `CREATE ROLE ${name} LOGIN CREATEDB PASSWORD '${password}'`,
  );
  await runOn(server, `CREATE DATABASE ${name}`);
  const superuser = new URL(server);
  superuser.pathname = `/${name}`;
  const portal = new URL(superuser);
  portal.username = name;
  portal.password = password;
  await setUpAuditLog(superuser.href, { role: name });
  return {
    url: portal.href,
    role: name,
    database: name,
    superuserUrl: superuser.href,
    query: (as, text, values) =>
      runOn(as === 'portal' ? portal.href : superuser.href, text, values),
    drop: async () => {
      await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await runOn(server, `DROP ROLE ${name}`);
    },
  };
}
