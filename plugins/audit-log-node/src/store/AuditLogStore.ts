import type { NewAuditEvent } from '../recorder/AuditRecorder';

/** An event with a name of its own, so that sending it twice stores it once. @internal */
export type IdentifiedEvent = NewAuditEvent & { id: string };

/** Where events are kept. @internal */
export interface AuditLogStore {
  /**
   * Adds an event to the chain.
   *
   * @throws {@link EventRefusedError} when the store is there and does not take
   * this event; any other error means that the store cannot be used now
   */
  append(event: IdentifiedEvent): Promise<void>;
  /** Fails when the store cannot be used now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store does not take this event, now or later. @internal */
export class EventRefusedError extends Error {
  name = 'EventRefusedError' as const;
}
