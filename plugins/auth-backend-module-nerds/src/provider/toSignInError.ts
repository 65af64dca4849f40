import { isError } from '@backstage/errors';
import { errors as openIdErrors } from 'openid-client';
import { SignInError, type SignInProblem } from '../SignInError';

/** https://openid.net/specs/openid-connect-core-1_0.html#AuthError, checked 2026-11 */
const CANCELLED = new Set([
  'access_denied',
  'account_selection_required',
  'consent_required',
  'interaction_required',
  'login_required',
]);

/** https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1, checked 2026-11 */
const PROVIDER_IN_TROUBLE = new Set([
  'server_error',
  'temporarily_unavailable',
]);

/** How openid-client 5 says that a token is not valid yet or no longer. */
const CLOCK =
  /JWT (expired|not active yet|issued in the future)|too much time has elapsed/;

/**
 * Finds out what an error of the provider, or on the way to it, means for the
 * person. The text of the provider goes no further than the log.
 *
 * @param when - an expired grant is a late callback at the sign-in, and the end
 * of the session at a refresh
 * @internal
 */
export function toSignInError(
  error: unknown,
  when: 'sign-in' | 'refresh',
): SignInError {
  if (error instanceof SignInError) {
    return error;
  }
  const detail = isError(error) ? `${error.name}: ${error.message}` : undefined;
  return new SignInError(toProblem(error, when), detail);
}

function toProblem(error: unknown, when: 'sign-in' | 'refresh'): SignInProblem {
  if (error instanceof openIdErrors.OPError) {
    return toProviderProblem(error, when);
  }
  if (error instanceof openIdErrors.RPError) {
    if (error.message.startsWith('outgoing request timed out')) {
      return 'provider-unavailable';
    }
    return CLOCK.test(error.message) ? 'clock-differs' : 'provider-refused';
  }
  // Node's own: ECONNREFUSED, ENOTFOUND, CERT_…, ERR_TLS_…; a body that is no JSON.
  const isNetwork = isError(error) && typeof error.code === 'string';
  return isNetwork || error instanceof SyntaxError
    ? 'provider-unavailable'
    : 'failed';
}

function toProviderProblem(
  error: openIdErrors.OPError,
  when: 'sign-in' | 'refresh',
): SignInProblem {
  const status = error.response?.statusCode ?? 0;
  const code = error.error ?? '';
  if (status >= 500 || PROVIDER_IN_TROUBLE.has(code)) {
    return 'provider-unavailable';
  }
  if (CANCELLED.has(code)) {
    return 'cancelled';
  }
  const isOver =
    code === 'invalid_grant' || code === 'invalid_token' || status === 401;
  if (isOver && code !== 'invalid_client') {
    return when === 'refresh' ? 'session-ended' : 'expired';
  }
  return 'provider-refused';
}
