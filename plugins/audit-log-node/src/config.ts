import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type JsonObject } from '@backstage/types';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULTS = { databaseName: 'nerds_audit_log', retentionDays: 400 };

/** @public */
export interface AuditLogOptions {
  /** What the PostgreSQL client needs to connect to the database of the audit log. */
  connection: JsonObject;
  /** Events are kept at least this long; the database may keep them longer. */
  retentionDays: number;
}

/**
 * Reads `auditLog` from the configuration. What it does not say about the
 * connection is as in `backend.database`.
 *
 * @throws {@link @backstage/errors#InputError} with a sentence that names the
 * key that is wrong
 * @public
 */
export function readAuditLogConfig(rootConfig: Config): AuditLogOptions {
  const config = rootConfig.getOptionalConfig('auditLog');
  const client = rootConfig.getOptionalString('backend.database.client');
  const own = config?.getOptional('database.connection');
  if (client !== 'pg' && own === undefined) {
    throw new InputError(
      `The audit log needs PostgreSQL: set 'auditLog.database.connection', or 'backend.database.client' to 'pg'`,
    );
  }
  const shared = rootConfig.getOptional('backend.database.connection');
  const name =
    config?.getOptionalString('database.name') ?? DEFAULTS.databaseName;
  return {
    connection: buildConnection(shared, own, name),
    retentionDays: readRetentionDays(config),
  };
}

function buildConnection(
  shared: unknown,
  own: unknown,
  database: string,
): JsonObject {
  if (typeof own === 'string') return { connectionString: own };
  if (typeof shared === 'string' && own === undefined) {
    const url = new URL(shared);
    url.pathname = `/${encodeURIComponent(database)}`;
    return { connectionString: url.href };
  }
  const base = typeof shared === 'object' ? (shared as JsonObject) : {};
  return { ...base, ...(own as JsonObject | undefined), database };
}

function readRetentionDays(config: Config | undefined): number {
  if (!config?.has('retention')) return DEFAULTS.retentionDays;
  const days =
    durationToMilliseconds(
      readDurationFromConfig(config, { key: 'retention' }),
    ) / DAY_MS;
  if (!Number.isInteger(days) || days < 1) {
    throw new InputError(
      `Config key 'auditLog.retention' must be whole days, at least one`,
    );
  }
  return days;
}
