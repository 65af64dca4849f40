import type { SignInAttempt } from '../SignInAttempts';
import type { OidcAuthenticatorOptions } from './createOidcAuthenticator';

/** Told to the page that a person comes back to after signing out. */
const SIGNED_OUT_STATE = 'signed-out';

/**
 * Ends the session at the provider. Never fails: whatever the provider does,
 * the session at the portal has to end.
 *
 * @returns where the browser is to go for the rest of it
 * @internal
 */
export async function endSession(
  sealed: string | undefined,
  attempt: SignInAttempt,
  options: OidcAuthenticatorOptions,
): Promise<{ logoutUrl?: string }> {
  const session =
    sealed === undefined ? undefined : options.sessions.open(sealed);
  if (!session) {
    return {};
  }
  attempt.userEntityRef = session.userEntityRef;
  options.lastSignIns.forget(session.id);
  try {
    const client = await options.connection.getClient();
    const { metadata } = client.issuer;
    if (metadata.revocation_endpoint) {
      await client.revoke(session.refreshToken, 'refresh_token');
    }
    if (!options.provider.logoutAtProvider || !metadata.end_session_endpoint) {
      return {};
    }
    // The client names itself; a token as a hint would end up in histories and logs.
    const logoutUrl = client.endSessionUrl({
      client_id: options.provider.clientId,
      post_logout_redirect_uri: options.appUrl,
      state: SIGNED_OUT_STATE,
    });
    return { logoutUrl };
  } catch (error) {
    options.logger.warn(
      `Signed out of the portal, but not at the identity provider: ${error}`,
    );
    return {};
  }
}
