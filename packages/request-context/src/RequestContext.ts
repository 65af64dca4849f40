import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/**
 * What belongs to the request that is being handled.
 *
 * @public
 */
export interface RequestContext {
  /**
   * Number of the request: in its answer (`X-Correlation-Id`), in every line
   * of the audit log that it caused, and in the text of an internal error. A
   * UUID of our own, never one that the caller sent.
   */
  readonly correlationId: string;
  /**
   * Address of the caller, after the configured proxies.
   */
  readonly address?: string;
  /**
   * How many lines of the audit log this request has caused; the front door
   * writes one itself when a change or a refusal left none.
   */
  auditEventCount: number;
}

// One per process: every package of the portal sees the same request.
const storage = new AsyncLocalStorage<RequestContext>();

/** Makes the context of a request that has just come in. @public */
export function createRequestContext(
  options: { address?: string } = {},
): RequestContext {
  return {
    correlationId: randomUUID(),
    address: options.address,
    auditEventCount: 0,
  };
}

/** Runs work, and everything it starts, as part of a request. @public */
export function runInRequestContext<T>(
  context: RequestContext,
  work: () => T,
): T {
  return storage.run(context, work);
}

/**
 * The request that is being handled.
 *
 * @returns undefined outside a request, for example in a scheduled task
 * @public
 */
export function getRequestContext(): RequestContext | undefined {
  return storage.getStore();
}
