import type { TestBrowser } from './TestBrowser';
import { PORTAL } from './startPortal';

/** Unlike the root it is no beginning of the address that the provider sends people to. */
export const HOME = `${PORTAL}/home`;

/** What the popup of a sign-in, or a refresh, answers. */
export interface SignInAnswer {
  profile?: { displayName?: string; email?: string };
  providerInfo?: Record<string, unknown>;
  backstageIdentity?: {
    token: string;
    identity: { userEntityRef: string };
  };
  error?: { name: string; message: string };
}

function buildStartUrl(parameters: Record<string, string>): string {
  const query = new URLSearchParams({
    env: 'production',
    origin: PORTAL,
    scope: 'openid profile email',
    ...parameters,
  });
  return `${PORTAL}/api/auth/oidc/start?${query}`;
}

/** Begins a sign-in as the portal's page does; the browser leaves by a redirect. */
export function startByRedirect(browser: TestBrowser, page = HOME) {
  return browser.open(buildStartUrl({ flow: 'redirect', redirectUrl: page }), {
    stopAt: page,
  });
}

/** Signs in by redirect and gives the address that the person ends at. */
export async function signInByRedirect(
  browser: TestBrowser,
  account: string,
  page = HOME,
): Promise<URL> {
  const choice = await startByRedirect(browser, page);
  if (!choice.url.includes('/interaction/')) {
    return new URL(choice.url);
  }
  const end = await browser.open(choice.url, {
    form: { account },
    stopAt: page,
  });
  return new URL(end.url);
}

/** What the page does first: asks whether there is a session. */
export async function refresh(
  browser: TestBrowser,
): Promise<{ status: number; body: SignInAnswer; size: number }> {
  const answer = await browser.send(
    `${PORTAL}/api/auth/oidc/refresh?optional&env=production`,
    { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
  );
  return {
    status: answer.status,
    body: JSON.parse(answer.text) as SignInAnswer,
    size: answer.text.length,
  };
}

/** Signs out at the portal; gives where the browser is to go next. */
export async function signOut(
  browser: TestBrowser,
): Promise<string | undefined> {
  const answer = await browser.send(
    `${PORTAL}/api/auth/oidc/logout?env=production`,
    { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } },
  );
  return answer.text ? JSON.parse(answer.text).logoutUrl : undefined;
}
