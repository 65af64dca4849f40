import type { OAuthAuthenticatorResult } from '@backstage/plugin-auth-node';
import type { SignInAttempt } from '../SignInAttempts';
import { SignInError } from '../SignInError';
import type { OidcAuthenticatorOptions } from './createOidcAuthenticator';
import type { OidcProfile, Session } from './OidcProfile';
import { buildResult, readClaims } from './readProviderAnswer';
import { toSignInError } from './toSignInError';

/**
 * Asks the provider whether a session may go on.
 *
 * @param sealed - what the browser kept
 * @throws {@link SignInError} when it may not
 * @internal
 */
export async function refreshSession(
  sealed: string,
  attempt: SignInAttempt,
  options: OidcAuthenticatorOptions,
): Promise<OAuthAuthenticatorResult<OidcProfile>> {
  const { provider, connection } = options;
  const session = options.sessions.open(sealed);
  if (!session) {
    throw new SignInError('no-session');
  }
  attempt.userEntityRef = session.userEntityRef;
  const now = Date.now();
  if (
    now - session.signedInAt > provider.sessionMaximumMs ||
    now - session.usedAt > provider.sessionIdleMs
  ) {
    throw new SignInError('session-ended', 'it has lasted long enough');
  }
  try {
    return await askProvider(session, attempt, options);
  } catch (error) {
    const problem = toSignInError(error, 'refresh');
    const last =
      problem.problem === 'provider-unavailable'
        ? options.lastSignIns.find(session.id)
        : undefined;
    if (!last) {
      throw problem;
    }
    connection.noteDown();
    const { subject } = session;
    return buildResult({}, { subject, claims: {}, session, last, attempt });
  }
}

async function askProvider(
  session: Session,
  attempt: SignInAttempt,
  { connection, sessions }: OidcAuthenticatorOptions,
): Promise<OAuthAuthenticatorResult<OidcProfile>> {
  const client = await connection.getClient();
  const tokens = await client.refresh(session.refreshToken);
  const { subject, claims } = await readClaims(client, tokens);
  if (subject !== session.subject) {
    throw new SignInError('session-ended', 'the provider named someone else');
  }
  const refreshed: Session = {
    ...session,
    refreshToken: tokens.refresh_token ?? session.refreshToken,
    usedAt: Date.now(),
  };
  const result = buildResult(tokens, {
    subject,
    claims,
    session: refreshed,
    refreshedFor: session.userEntityRef,
    attempt,
  });
  result.session.refreshToken = sessions.seal(refreshed);
  return result;
}
