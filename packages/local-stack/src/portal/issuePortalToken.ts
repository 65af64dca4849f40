import { readFileSync } from 'node:fs';
import { BrowserSession } from '../identity-provider/BrowserSession.ts';
import { chooseAccount } from '../identity-provider/signIn.ts';

/** What the portal's sign-in popup posts to the page that opened it. */
interface AuthorizationResponse {
  response?: { backstageIdentity?: { token?: string } };
  error?: { name: string; message: string };
}

/**
 * Reads the message out of the popup's page (plugin-auth-node, sendWebMessageResponse).
 *
 * @internal
 */
export function parsePopupPage(html: string): AuthorizationResponse {
  const encoded = /var authResponse = decodeURIComponent\('([^']*)'\)/.exec(
    html,
  )?.[1];
  if (!encoded) {
    throw new Error('The portal answered something that is not a sign-in page');
  }
  return JSON.parse(decodeURIComponent(encoded)) as AuthorizationResponse;
}

/**
 * Signs a demo person in to the portal, as a browser would.
 *
 * @param options - `caFile` is the authority of the local identity provider
 * @returns a portal token, valid for about an hour
 * @internal
 */
export async function issuePortalToken(options: {
  portalUrl: string;
  caFile: string;
  account: string;
}): Promise<string> {
  const { portalUrl, caFile, account } = options;
  const startUrl = new URL('/api/auth/oidc/start', portalUrl);
  startUrl.search = new URLSearchParams({
    env: 'production',
    origin: portalUrl,
    scope: 'openid profile email groups',
  }).toString();
  const session = new BrowserSession(readFileSync(caFile, 'utf8'));
  const { answer } = await chooseAccount(session, {
    account,
    startUrl: startUrl.href,
  });
  const { response, error } = parsePopupPage(answer.body);
  const token = response?.backstageIdentity?.token;
  if (!token) {
    throw new Error(
      `The portal refused ${account}: ${error?.message ?? 'no identity'}`,
    );
  }
  return token;
}
