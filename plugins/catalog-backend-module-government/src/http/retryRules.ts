import type { RegisterError } from './RegisterError';

/** Statuses that ask to come back later. */
const RETRIED_STATUSES = [408, 425, 429, 500, 502, 503, 504];

/** A register that wants to be left alone for longer is tried again by the next run. */
const LONGEST_RETRY_AFTER_MS = 2 * 60_000;

const LONGEST_BACKOFF_MS = 30_000;

/** Whether an answer with this status may be another one in a moment. @internal */
export function isRetriedStatus(status: number): boolean {
  return RETRIED_STATUSES.includes(status);
}

/**
 * Reads `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @returns milliseconds from now; undefined when there is none, or none that can be read
 * @internal
 */
export function parseRetryAfterMs(
  value: string | undefined,
  now: Date,
): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = new Date(value);
  return Number.isNaN(date.getTime())
    ? undefined
    : Math.max(0, date.getTime() - now.getTime());
}

/**
 * How long to wait before trying again.
 *
 * @param attempt - 0 for the first that failed
 * @param random - 0 to 1; replicas and registers must not beat in time
 * @returns milliseconds; undefined when trying again makes no sense
 * @internal
 */
export function evaluateRetry(
  error: RegisterError,
  attempt: number,
  options: { retries: number; backoffMs: number; random: number },
): number | undefined {
  const mayChange = error.kind === 'unavailable' || error.kind === 'malformed';
  if (!mayChange || attempt >= options.retries) return undefined;
  const { retryAfterMs = 0 } = error.details;
  if (retryAfterMs > LONGEST_RETRY_AFTER_MS) return undefined;
  const backoffMs = Math.min(
    options.backoffMs * 2 ** attempt,
    LONGEST_BACKOFF_MS,
  );
  return Math.max(retryAfterMs, backoffMs * (0.5 + options.random / 2));
}
