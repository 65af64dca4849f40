import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** The record of who did what, in a database of its own. */
  auditLog?: {
    database?: {
      /**
       * Default: `nerds_audit_log`.
       * @visibility backend
       */
      name?: string;
      /**
       * Connection string, or the parts of a connection that differ from
       * `backend.database.connection`. The role must be an ordinary one that
       * `setup.sql` gave its rights to.
       * @visibility secret
       */
      connection?: string | { [key: string]: unknown };
    };
    /**
     * How long events are kept: whole days. The database keeps them as long as
     * its own setting says when that is longer. Default: 400 days.
     * @visibility backend
     */
    retention?: HumanDuration | string;
  };
}
