import { errors } from 'openid-client';
import { SignInError } from '../SignInError';
import { toSignInError } from './toSignInError';

/** As openid-client makes it from an answer of the provider. */
function answered(status: number, error: string) {
  const response = { statusCode: status };
  return new errors.OPError(
    { error, error_description: 'a text of the provider' },
    response as ConstructorParameters<typeof errors.OPError>[1],
  );
}

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('toSignInError', () => {
  it.each<[string, Error, string, string]>([
    [
      'refused by the person',
      answered(0, 'access_denied'),
      'cancelled',
      'cancelled',
    ],
    [
      'a grant that is over',
      answered(400, 'invalid_grant'),
      'expired',
      'session-ended',
    ],
    [
      'a token that is over',
      answered(401, 'invalid_token'),
      'expired',
      'session-ended',
    ],
    [
      'a wrong secret',
      answered(401, 'invalid_client'),
      'provider-refused',
      'provider-refused',
    ],
    [
      'an unknown scope',
      answered(400, 'invalid_scope'),
      'provider-refused',
      'provider-refused',
    ],
    [
      'a fault of the provider',
      answered(502, 'server_error'),
      'provider-unavailable',
      'provider-unavailable',
    ],
    [
      'a provider that is busy',
      answered(0, 'temporarily_unavailable'),
      'provider-unavailable',
      'provider-unavailable',
    ],
    [
      'no connection',
      withCode('ECONNREFUSED'),
      'provider-unavailable',
      'provider-unavailable',
    ],
    [
      'a foreign certificate',
      withCode('SELF_SIGNED_CERT_IN_CHAIN'),
      'provider-unavailable',
      'provider-unavailable',
    ],
    [
      'no answer in time',
      new errors.RPError('outgoing request timed out after 10000ms'),
      'provider-unavailable',
      'provider-unavailable',
    ],
    [
      'a page instead of JSON',
      new SyntaxError('Unexpected token <'),
      'provider-unavailable',
      'provider-unavailable',
    ],
    [
      'clocks that differ',
      new errors.RPError('JWT expired, now 2, exp 1'),
      'clock-differs',
      'clock-differs',
    ],
    [
      'a token for someone else',
      new errors.RPError('aud mismatch'),
      'provider-refused',
      'provider-refused',
    ],
    ['a fault of ours', new TypeError('x is undefined'), 'failed', 'failed'],
  ])('takes %s for what it is', (_title, error, atSignIn, atRefresh) => {
    expect(toSignInError(error, 'sign-in').message).toBe(atSignIn);
    expect(toSignInError(error, 'refresh').message).toBe(atRefresh);
  });

  it('keeps the text of the provider for the log', () => {
    const problem = toSignInError(answered(400, 'invalid_scope'), 'sign-in');
    expect(problem.message).toBe('provider-refused');
    expect(problem.detail).toContain('a text of the provider');
    expect(problem.cause).toBeUndefined();
  });

  it('leaves what is known already', () => {
    const known = new SignInError('user-unknown');
    expect(toSignInError(known, 'refresh')).toBe(known);
  });
});
