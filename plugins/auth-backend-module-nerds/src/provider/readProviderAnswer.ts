import type { OAuthAuthenticatorResult } from '@backstage/plugin-auth-node';
import type { Client, TokenSet } from 'openid-client';
import type { Claims } from '../claims/readClaim';
import { SignInError } from '../SignInError';
import type { OidcProfile } from './OidcProfile';

/**
 * Some providers put the groups in the ID token, others only in the answer of
 * the userinfo endpoint; the latter is what the provider says last.
 *
 * @internal
 */
export async function readClaims(
  client: Client,
  tokens: TokenSet,
): Promise<{ subject: string; claims: Claims }> {
  const claims: Claims = {
    ...(tokens.id_token ? tokens.claims() : {}),
    // compares the subject with that of the ID token
    ...(client.issuer.metadata.userinfo_endpoint &&
      (await client.userinfo(tokens))),
  };
  if (typeof claims.sub !== 'string' || claims.sub === '') {
    throw new SignInError('provider-refused', 'the provider sent no subject');
  }
  return { subject: claims.sub, claims };
}

/**
 * The tokens of the provider stay here: the browser needs that of the portal alone.
 *
 * @internal
 */
export function buildResult(
  tokens: Pick<TokenSet, 'token_type' | 'scope'>,
  fullProfile: OidcProfile,
): OAuthAuthenticatorResult<OidcProfile> {
  return {
    fullProfile,
    session: {
      accessToken: '',
      tokenType: tokens.token_type ?? 'bearer',
      scope: tokens.scope ?? '',
    },
  };
}
