import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AuditEventPage,
  AuditResult,
  AuditSeverity,
  AuditVerification,
} from '@nerds/plugin-audit-log-common';

/** Which events; a field that is absent does not narrow. @public */
export interface AuditEventQuery {
  act?: string;
  /** Entity ref. */
  actor?: string;
  object?: string;
  result?: AuditResult;
  /** Entity ref. */
  team?: string;
  severity?: AuditSeverity;
  correlationId?: string;
  /** ISO 8601, UTC; from this instant on. */
  from?: string;
  /** ISO 8601, UTC; before this instant. */
  to?: string;
}

/** Form of an export. @public */
export type AuditExportFormat = 'csv' | 'jsonl';

/** Options of a call that can be given up. @public */
export interface AuditLogRequestOptions {
  signal?: AbortSignal;
}

/**
 * The audit log's API, in the language of the portal.
 *
 * @remarks
 * Every method throws {@link AuditLogApiError} for an answer that is not a
 * success and the browser's own error when there is no answer.
 *
 * @public
 */
export interface AuditLogApi {
  /**
   * Events that the person may see, newest first.
   *
   * @param cursor - `nextCursor` of the page before; absent: the first page
   */
  listEvents(
    query: AuditEventQuery,
    cursor?: string,
    options?: AuditLogRequestOptions,
  ): Promise<AuditEventPage>;
  /** All events of a query as the content of a file. */
  exportEvents(
    query: AuditEventQuery,
    format: AuditExportFormat,
  ): Promise<Blob>;
  /** Has the whole chain checked; takes longer with more events. */
  verifyChain(): Promise<AuditVerification>;
}

/** Reference of {@link AuditLogApi}. @public */
export const auditLogApiRef = createApiRef<AuditLogApi>().with({
  id: 'plugin.audit-log.service',
  pluginId: 'audit-log',
});
