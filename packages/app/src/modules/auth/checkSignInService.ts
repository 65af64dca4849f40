import { OIDC_PROVIDER_ID, OIDC_SCOPES } from './oidcAuthApi';

/**
 * Asks whether a redirect to the sign-in service would arrive there.
 *
 * @remarks
 * A redirect leaves the portal, so that an error of the backend would end as a
 * page of JSON. This sends the same request without following it: an answer that
 * redirects means that the way is open.
 *
 * @param options - `authBaseUrl` of the auth backend, and the `environment` of
 * `auth.environment`
 * @returns false also when the backend itself does not answer
 * @internal
 */
export async function checkSignInService(options: {
  authBaseUrl: string;
  environment: string;
}): Promise<boolean> {
  const query = new URLSearchParams({
    env: options.environment,
    scope: OIDC_SCOPES.join(' '),
    origin: window.location.origin,
    redirectUrl: window.location.href,
    flow: 'redirect',
  });
  try {
    const response = await fetch(
      `${options.authBaseUrl}/${OIDC_PROVIDER_ID}/start?${query}`,
      // The cookie of this answer is replaced by the one of the real redirect.
      { redirect: 'manual', credentials: 'include' },
    );
    return response.type === 'opaqueredirect' || response.ok;
  } catch {
    // No answer at all: the caller says so to the person.
    return false;
  }
}
