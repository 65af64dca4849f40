/**
 * How an act ended. `refused`: the portal did not let it happen (not signed
 * in, not allowed, too many). `failed`: it was allowed and did not work out.
 * @public
 */
export type AuditResult = 'succeeded' | 'failed' | 'refused';

/** @public */
export type AuditSeverity = 'low' | 'medium' | 'high' | 'critical';

/** Where an act came from. @public */
export interface AuditOrigin {
  /** Address of the caller, after the configured proxies. */
  address?: string;
  userAgent?: string;
  method?: string;
  /** Path without the query, which may hold what people typed. */
  path?: string;
}

/**
 * One line of the audit log. The first six fields are those that BIO2 8.15.01
 * asks for.
 *
 * @public
 */
export interface AuditEvent {
  /** What was done: `<plugin>.<event>`, such as `free-tier.cluster-delete`. */
  act: string;
  /** To what: an entity ref, or `<type>:<id>`. */
  object?: string;
  result: AuditResult;
  origin: AuditOrigin;
  /** Entity ref of the person or machine; `plugin:<id>` for the portal itself; `unknown` when not signed in. */
  actor: string;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;

  /** Place in the chain, from 1, without gaps. */
  sequence: number;
  /** SHA-256, hexadecimal, over the previous hash and this event. */
  hash: string;
  severity: AuditSeverity;
  /** Id of the plugin that wrote it. */
  plugin: string;
  /** The same for everything that one request caused. */
  correlationId?: string;
  /** Entity refs of the teams whose things it is about. */
  teams: string[];
  /** Name of the error, for `failed` and `refused`; never its text. */
  reason?: string;
  /** More about it, never a secret. */
  details?: Record<string, unknown>;
}

/** @public */
export interface AuditEventPage {
  items: AuditEvent[];
  /** Newest first; absent on the last page. */
  nextCursor?: string;
}

/** Outcome of a check of the chain. @public */
export interface AuditVerification {
  state: 'intact' | 'broken';
  /** Number of events that were checked. */
  checkedCount: number;
  firstSequence?: number;
  lastSequence?: number;
  /** Hash of the last event: keep it elsewhere, and compare later. */
  lastHash?: string;
  /** Sequence of the first event that is not what it was, with what is wrong. */
  brokenAt?: number;
  problem?: string;
  /** ISO 8601, UTC. */
  checkedAt: string;
}
