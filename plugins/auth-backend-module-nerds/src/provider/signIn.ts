import { randomUUID } from 'node:crypto';
import type {
  OAuthAuthenticatorResult,
  OAuthAuthenticatorStartInput,
} from '@backstage/plugin-auth-node';
import type { Request } from 'express';
import type { OidcOptions } from '../config';
import type { SignInAttempt } from '../SignInAttempts';
import { SignInError } from '../SignInError';
import type { OidcAuthenticatorOptions } from './createOidcAuthenticator';
import type { OidcProfile } from './OidcProfile';
import { buildResult, readClaims } from './readProviderAnswer';

/**
 * Sends a browser to the provider.
 *
 * @throws {@link SignInError} `provider-unavailable` when nobody is there
 * @internal
 */
export async function beginSignIn(
  { req, scope, state }: OAuthAuthenticatorStartInput,
  { provider, connection, transactions }: OidcAuthenticatorOptions,
): Promise<{ url: string }> {
  const client = await connection.getLiveClient();
  const { nonce, codeChallenge } = transactions.begin(req, state);
  const url = client.authorizationUrl({
    ...provider.startUrlSearchParams,
    scope,
    state,
    nonce,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    ...(provider.prompt && { prompt: provider.prompt }),
    ...buildMaxAge(provider),
  });
  return { url };
}

/**
 * Takes the provider's answer, when it is for this browser.
 *
 * @throws {@link SignInError} when it is not, or says no
 * @internal
 */
export async function finishSignIn(
  req: Request,
  attempt: SignInAttempt,
  options: OidcAuthenticatorOptions,
): Promise<OAuthAuthenticatorResult<OidcProfile>> {
  const { provider, transactions } = options;
  const transaction = transactions.find(req);
  transactions.end(req);
  if (!transaction) {
    throw new SignInError('expired');
  }
  const client = await options.connection.getClient();
  const tokens = await client.callback(
    options.callbackUrl,
    client.callbackParams(req),
    {
      state: transaction.state,
      nonce: transaction.nonce,
      code_verifier: transaction.codeVerifier,
      response_type: 'code',
      ...buildMaxAge(provider),
    },
  );
  if (!tokens.refresh_token) {
    throw new SignInError('refresh-token-missing');
  }
  const { subject, claims } = await readClaims(client, tokens);
  const now = Date.now();
  return buildResult(tokens, {
    subject,
    claims,
    attempt,
    session: {
      id: randomUUID(),
      refreshToken: tokens.refresh_token,
      subject,
      signedInAt: now,
      usedAt: now,
    },
  });
}

function buildMaxAge(provider: OidcOptions): { max_age?: number } {
  return provider.reauthenticateAfterMaximum
    ? { max_age: Math.floor(provider.sessionMaximumMs / 1000) }
    : {};
}
