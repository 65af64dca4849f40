import type { LoggerService } from '@backstage/backend-plugin-api';
import { Pool, type PoolConfig } from 'pg';
import {
  EventRefusedError,
  type AuditLogStore,
  type IdentifiedEvent,
} from './AuditLogStore';

/** Appends take turns inside the database, so more connections bring nothing. */
const POOL: PoolConfig = {
  max: 3,
  application_name: 'nerds-audit-log',
  connectionTimeoutMillis: 5_000,
  statement_timeout: 5_000,
  query_timeout: 10_000,
  idleTimeoutMillis: 30_000,
};

// https://www.postgresql.org/docs/current/errcodes-appendix.html, checked
// 2026-11: data exception, integrity constraint violation.
const CLASSES_ABOUT_THE_EVENT = ['22', '23'];

/** The audit log in PostgreSQL; see `database/setup.sql`. @internal */
export class PostgresAuditLogStore implements AuditLogStore {
  readonly #pool: Pool;

  constructor(connection: PoolConfig, logger: LoggerService) {
    this.#pool = new Pool({ ...connection, ...POOL });
    // An idle connection that ends: the next append opens another.
    this.#pool.on('error', error =>
      logger.warn(
        `A connection to the audit log ended unexpectedly: ${error.message}`,
      ),
    );
  }

  async append(event: IdentifiedEvent): Promise<void> {
    try {
      await this.#pool.query('SELECT audit.append($1::jsonb)', [
        JSON.stringify(event),
      ]);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code && CLASSES_ABOUT_THE_EVENT.includes(code.slice(0, 2))) {
        throw new EventRefusedError(message);
      }
      throw error;
    }
  }

  async ping(): Promise<void> {
    await this.#pool.query('SELECT head_sequence FROM audit.chain');
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
