import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import createKnex, { type Knex } from 'knex';

/** A page, an export and a verification at once; more wait for each other. */
const POOL = { min: 0, max: 3 };
const ACQUIRE_TIMEOUT_MS = 10_000;

/**
 * A client for the database of the audit log, which is not the plugin's own:
 * the portal cannot make or migrate it.
 *
 * @internal
 */
export function createAuditLogClient(
  connection: JsonObject,
  logger: LoggerService,
): Knex {
  const log = (message: unknown) => logger.debug(String(message));
  return createKnex({
    client: 'pg',
    connection: {
      ...(connection as Knex.PgConnectionConfig),
      application_name: 'nerds-audit-log-backend',
    },
    pool: POOL,
    acquireConnectionTimeout: ACQUIRE_TIMEOUT_MS,
    // it would write to the console; who asked gets the error and logs it
    log: { error: log, warn: log, deprecate: log, debug: log },
  });
}
