import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { httpRequest } from '../network/httpRequest.ts';
import { BrowserSession } from './BrowserSession.ts';
import { findDemoAccount } from './demoAccounts.ts';
import {
  KUBECTL_CLIENT_ID,
  KUBECTL_REDIRECT_URIS,
  PORTAL_CLIENT_ID,
} from './settings.ts';
import type { IdentityProviderConnection } from './startIdentityProvider.ts';

/** Enough of a connection to sign in. @public */
export type SignInTarget = Pick<
  IdentityProviderConnection,
  'metadataUrl' | 'caFile'
> & {
  /** Only for the portal's client. */
  portalClientSecret?: string;
  portalBaseUrl?: string;
};

/** What the token endpoint answers. @public */
export interface TokenSet {
  id_token: string;
  access_token: string;
  refresh_token?: string;
  expires_in: number;
}

/**
 * Chooses an account on the sign-in page that a program was redirected to.
 *
 * @param startUrl - address that leads to the sign-in page
 * @param stopAt - see {@link BrowserSession.open}
 * @internal
 */
export async function chooseAccount(
  session: BrowserSession,
  options: { startUrl: string; account: string; stopAt?: string },
) {
  if (!findDemoAccount(options.account)) {
    throw new Error(`There is no demo account named "${options.account}"`);
  }
  const page = await session.open(options.startUrl);
  if (page.answer.status !== 200 || !page.url.includes('/interaction/')) {
    throw new Error(
      `No sign-in page came from ${new URL(page.url).origin}: status ${
        page.answer.status
      }`,
    );
  }
  return session.open(page.url, {
    form: { account: options.account },
    stopAt: options.stopAt,
  });
}

interface Metadata {
  authorization_endpoint: string;
  token_endpoint: string;
}

function buildAuthorizationUrl(
  metadata: Metadata,
  parameters: Record<string, string>,
): string {
  const url = new URL(metadata.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    scope: 'openid profile email groups',
    code_challenge_method: 'S256',
    ...parameters,
  }).toString();
  return url.href;
}

/**
 * Signs a demo person in with the authorization code flow and PKCE, as a
 * browser would, and exchanges the code for tokens.
 *
 * @param clientId - `nerds-kubectl` (default) or `nerds-portal`
 * @public
 */
export async function signIn(
  target: SignInTarget,
  account: string,
  clientId: string = KUBECTL_CLIENT_ID,
): Promise<TokenSet> {
  const ca = readFileSync(target.caFile, 'utf8');
  const metadata = JSON.parse(
    (await httpRequest(target.metadataUrl, { ca })).body,
  ) as Metadata;
  const redirectUri =
    clientId === PORTAL_CLIENT_ID
      ? `${target.portalBaseUrl}/api/auth/oidc/handler/frame`
      : KUBECTL_REDIRECT_URIS[0];
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const { url, answer } = await chooseAccount(new BrowserSession(ca), {
    account,
    stopAt: redirectUri,
    startUrl: buildAuthorizationUrl(metadata, {
      client_id: clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    }),
  });
  const redirected = new URL(url).searchParams;
  const code = redirected.get('code');
  if (!code || redirected.get('state') !== state) {
    throw new Error(
      `Signing in as ${account} failed: ${
        redirected.get('error_description') ?? answer.status
      }`,
    );
  }
  return exchangeCode(target, metadata.token_endpoint, {
    client_id: clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  });
}

async function exchangeCode(
  target: SignInTarget,
  tokenEndpoint: string,
  parameters: Record<string, string>,
): Promise<TokenSet> {
  const secret =
    parameters.client_id === PORTAL_CLIENT_ID && target.portalClientSecret;
  const credentials = `${parameters.client_id}:${secret}`;
  const answer = await httpRequest(tokenEndpoint, {
    ca: readFileSync(target.caFile, 'utf8'),
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(secret && {
        Authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      }),
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      ...parameters,
    }).toString(),
  });
  if (answer.status !== 200) {
    throw new Error(`The code was not exchanged: ${answer.body}`);
  }
  return JSON.parse(answer.body) as TokenSet;
}

/**
 * ID token of a demo person.
 *
 * @param clientId - audience; default the client of kubectl
 * @public
 */
export async function mintIdToken(
  target: SignInTarget,
  account: string,
  clientId: string = KUBECTL_CLIENT_ID,
): Promise<string> {
  return (await signIn(target, account, clientId)).id_token;
}
