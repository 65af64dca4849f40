import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.ts';
import { toDatabaseUrl, withClient } from '../postgres/runSql.ts';

/** Default name of the database of the audit log. @internal */
export const AUDIT_LOG_DATABASE = 'nerds_audit_log';

const SETUP_SCRIPT = join(
  repositoryRoot,
  'plugins/audit-log-node/database/setup.sql',
);

const DUPLICATE_DATABASE = '42P04';

async function ensureDatabase(url: string, database: string): Promise<void> {
  await withClient(url, async client => {
    const { rowCount } = await client.query(
      'SELECT FROM pg_database WHERE datname = $1',
      [database],
    );
    if (rowCount) {
      return;
    }
    await client
      .query(`CREATE DATABASE ${client.escapeIdentifier(database)}`)
      .catch(error => {
        // somebody else made it at this moment
        if ((error as { code?: string }).code !== DUPLICATE_DATABASE) {
          throw error;
        }
      });
  });
}

/**
 * Makes the database of the audit log, or brings it up to date. May be done at
 * every start.
 *
 * @param url - of any database of the server, as somebody who may make roles
 *   and databases
 * @param options - `role` is whom the portal connects as; without
 *   `retentionDays` the retention stays what it was, at first 400 days
 * @internal
 */
export async function setUpAuditLog(
  url: string,
  options: { role: string; database?: string; retentionDays?: number },
): Promise<void> {
  const database = options.database ?? AUDIT_LOG_DATABASE;
  await ensureDatabase(url, database);
  await withClient(toDatabaseUrl(url, database), async client => {
    await client.query(
      `SELECT set_config('nerds_audit.application_role', $1, false),
              set_config('nerds_audit.retention_days', $2, false)`,
      [options.role, String(options.retentionDays ?? '')],
    );
    await client.query(readFileSync(SETUP_SCRIPT, 'utf8'));
  });
}
