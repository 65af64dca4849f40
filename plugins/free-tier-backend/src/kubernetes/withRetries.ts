import { setTimeout as delay } from 'node:timers/promises';
import { isError } from '@backstage/errors';
import { isApiError, KubernetesApiError } from './KubernetesApiError';

// 50 ms, doubling: a dropped connection is retried at once, an API server that
// restarts gets some seconds. Longer waits are the reconciler's.
const FIRST_DELAY_MS = 50;
const MAX_DELAY_MS = 2_000;
const MAX_ATTEMPTS = 6;

/** @internal */
export interface RetryOptions {
  /** No new attempt starts after this, in milliseconds. */
  budgetMs: number;
  /** Also retries 409 Conflict, which a server-side apply may get from a concurrent write. */
  retryConflict?: boolean;
  signal?: AbortSignal;
  /** Milliseconds, monotonic. */
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  random?: () => number;
}

/**
 * Does it again when that may help, with a random wait so that clients do not
 * come back all at once.
 *
 * @remarks
 * A request whose answer was lost may have been carried out, so everything
 * passed in here must bear being done twice.
 *
 * @internal
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const {
    now = () => performance.now(),
    sleep = (ms: number) => delay(ms, undefined, { signal: options.signal }),
    random = Math.random,
  } = options;
  const deadline = now() + options.budgetMs;
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (
        count >= MAX_ATTEMPTS ||
        options.signal?.aborted ||
        !isRetryable(error, options.retryConflict ?? false)
      ) {
        throw error;
      }
      const waitMs = calculateDelayMs(error, count, random());
      if (now() + waitMs >= deadline) {
        throw error;
      }
      await sleep(waitMs);
    }
  }
}

function calculateDelayMs(
  error: unknown,
  count: number,
  random: number,
): number {
  if (error instanceof KubernetesApiError && error.retryAfterMs) {
    // Never before the moment asked for, and not all at that moment.
    return error.retryAfterMs * (1 + random * 0.2);
  }
  const most = Math.min(FIRST_DELAY_MS * 2 ** (count - 1), MAX_DELAY_MS);
  return most * (0.5 + random * 0.5);
}

function isRetryable(error: unknown, retryConflict: boolean): boolean {
  if (error instanceof KubernetesApiError) {
    return (
      [429, 500, 502, 503, 504].includes(error.httpStatus) ||
      (retryConflict && isApiError(error, 409, 'Conflict'))
    );
  }
  return isConnectionError(error);
}

const CONNECTION_ERROR_CODES = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  // undici: the other side closed, or did not open in time
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  // the kubeconfig was replaced, and its pool closed, between two steps of ours
  'UND_ERR_CLOSED',
];

/** Whether the network failed, or the answer did not come in time. @internal */
export function isConnectionError(error: unknown): boolean {
  if (!isError(error)) {
    return false;
  }
  // Several addresses of one host that all failed come as an AggregateError.
  const inner = Array.isArray(error.errors) ? error.errors : [error.cause];
  return (
    isTimeout(error) ||
    CONNECTION_ERROR_CODES.includes(String(error.code)) ||
    inner.some(isConnectionError)
  );
}

/** Whether the answer did not come in time. @internal */
export function isTimeout(error: unknown): boolean {
  return isError(error) && error.name === 'TimeoutError';
}
