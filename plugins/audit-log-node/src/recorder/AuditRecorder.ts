import type { AuditEvent } from '@nerds/plugin-audit-log-common';

/** An event that has no place in the chain yet. @public */
export type NewAuditEvent = Omit<AuditEvent, 'sequence' | 'hash'>;

/**
 * Writes events to the audit log; one for the whole process.
 *
 * @public
 */
export interface AuditRecorder {
  /**
   * Puts an event on record, and counts it for the request that caused it.
   *
   * @remarks
   * Ends when the event is stored. When the store cannot be reached the event
   * waits in memory and is stored later; then this ends at once. It never
   * fails, so that what has happened already is not reported as failed.
   */
  record(event: NewAuditEvent): Promise<void>;

  /**
   * Call this before a change: what cannot be put on record must not happen.
   *
   * @throws {@link @backstage/errors#ServiceUnavailableError} while the store
   * is known to be down
   */
  requireAvailable(): void;
}
