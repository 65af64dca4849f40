import type { AuditResult } from '@nerds/plugin-audit-log-common';

const REFUSAL_NAMES = [
  'AuthenticationError',
  'NotAllowedError',
  'ForbiddenError',
];
/** Not signed in, not allowed, too many. */
const REFUSAL_STATUSES = [401, 403, 429];

interface KnownError {
  name?: unknown;
  statusCode?: unknown;
  status?: unknown;
  options?: { code?: unknown };
}

/** Whether an act that did not happen was refused or went wrong. @internal */
export function evaluateResult(
  error: Error,
): Exclude<AuditResult, 'succeeded'> {
  const { name, statusCode, status } = error as KnownError;
  const isRefusal =
    REFUSAL_NAMES.includes(String(name)) ||
    REFUSAL_STATUSES.includes(Number(statusCode ?? status));
  return isRefusal ? 'refused' : 'failed';
}

/**
 * Name of the error, or the code of a problem, which says more. Never its text:
 * that may repeat what somebody typed.
 *
 * @internal
 */
export function toReason(error: Error): string {
  const { name, options } = error as KnownError;
  const candidates = [options?.code, name].map(String);
  return (
    candidates.find(
      text => /^[a-z][\w-]{0,63}$/i.test(text) && text !== 'undefined',
    ) ?? 'Error'
  );
}
