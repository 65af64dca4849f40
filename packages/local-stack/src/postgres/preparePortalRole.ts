import type { Client } from 'pg';
import type { SecretFiles } from '../state/secrets.ts';
import { handOverDatabases } from './handOverDatabases.ts';
import { withClient } from './runSql.ts';
import type { PostgresConnection } from './startPostgres.ts';

/** As whom the portal connects: it may make databases, and rules only over those. @internal */
export const PORTAL_ROLE = 'nerds_portal';

async function ensureRole(client: Client, password: string): Promise<void> {
  const { rowCount } = await client.query(
    'SELECT FROM pg_roles WHERE rolname = $1',
    [PORTAL_ROLE],
  );
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(
    `${verb} ROLE ${PORTAL_ROLE} LOGIN CREATEDB NOSUPERUSER NOCREATEROLE
       NOREPLICATION NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
  );
}

/**
 * Makes the role that the portal connects as, and gives it the databases that
 * the portal made when it still connected as the superuser. May be done at
 * every start.
 *
 * @returns the connection of the portal
 * @internal
 */
export async function preparePortalRole(
  superuser: PostgresConnection,
  secrets: SecretFiles,
): Promise<PostgresConnection> {
  const password = await secrets.ensure('postgres-portal-password');
  await withClient(superuser.url, async client => {
    await ensureRole(client, password);
  });
  await handOverDatabases(superuser.url, PORTAL_ROLE);
  const url = new URL(superuser.url);
  url.username = PORTAL_ROLE;
  url.password = password;
  return { ...superuser, user: PORTAL_ROLE, password, url: url.href };
}
