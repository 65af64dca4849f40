import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import type { ChainEnds, ChainLink } from '../domain/ChainCheck';
import type { EventCriteria, EventFilter } from '../domain/EventQuery';

/** @internal */
export interface EventSelection {
  filter: EventFilter;
  /** What the policy lets the caller see; absent: everything. */
  criteria?: EventCriteria;
}

/**
 * Reads the audit log; all but `expire`, which removes what is old enough.
 *
 * @remarks
 * Every method throws a ServiceUnavailableError when the database cannot be
 * used.
 *
 * @internal
 */
export interface AuditEventStore {
  /**
   * Newest first.
   *
   * @param page - `before` is the sequence that the page before ended with
   */
  listEvents(
    selection: EventSelection,
    page: { before?: number; limit: number },
  ): Promise<AuditEvent[]>;
  /** In the order of the refs, which are sequences; undefined for what is not there. */
  getEvents(refs: string[]): Promise<(AuditEvent | undefined)[]>;
  /** All of them, the oldest first, in batches; not what comes in meanwhile. */
  iterateEvents(selection: EventSelection): AsyncGenerator<AuditEvent[]>;
  readChainEnds(): Promise<ChainEnds>;
  /** The whole chain as it is at one moment, in batches. */
  readChain(
    onEnds: (ends: ChainEnds) => void,
    onLinks: (links: ChainLink[]) => void,
  ): Promise<void>;
  /** @returns how many events are gone */
  expire(keepDays: number): Promise<number>;
}
