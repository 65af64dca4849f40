import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  AuditEvent,
  AuditEventPage,
  AuditVerification,
} from '@nerds/plugin-audit-log-common';
import type { Request } from 'express';
import type { EventCriteria, EventFilter } from '../domain/EventQuery';

/** Who asks. @internal */
export interface Caller {
  credentials: BackstageCredentials;
  /** Entity ref of the person, for what is put on record about the asking. */
  userEntityRef: string;
  /** There when the question came over HTTP. */
  request?: Request;
}

/** @internal */
export interface EventPageQuery {
  filter: EventFilter;
  /** Sequence that the page before ended with. */
  before?: number;
  limit: number;
  /** Filled in by who decides about rights, never by who asks. */
  criteria?: EventCriteria;
}

/** @internal */
export interface EventExportQuery {
  filter: EventFilter;
  format: 'csv' | 'jsonl';
  criteria?: EventCriteria;
}

/** What can be done with the audit log. @internal */
export interface AuditLogService {
  listEvents(query: EventPageQuery, caller: Caller): Promise<AuditEventPage>;
  /** Events, the oldest first, in batches that are read when they are asked for. */
  exportEvents(
    query: EventExportQuery,
    caller: Caller,
  ): AsyncGenerator<AuditEvent[]>;
  verifyChain(caller: Caller): Promise<AuditVerification>;
}
