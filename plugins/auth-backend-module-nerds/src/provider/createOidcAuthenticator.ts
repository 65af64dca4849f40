import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  createOAuthAuthenticator,
  type OAuthAuthenticatorResult,
} from '@backstage/plugin-auth-node';
import type { Request } from 'express';
import type { Client, TokenSet } from 'openid-client';
import { readTextClaim, type Claims } from '../claims/readClaim';
import type { OidcOptions } from '../config';
import type { SignInAttempt, SignInAttempts } from '../SignInAttempts';
import { SignInError } from '../SignInError';
import type { OidcProfile, Session } from './OidcProfile';
import type { ProviderConnection } from './ProviderConnection';
import type { SealedBox } from './SealedBox';
import type { SignInTransactions } from './SignInTransactions';
import { toSignInError } from './toSignInError';

/** Told to the page that a person comes back to after signing out. */
const SIGNED_OUT_STATE = 'signed-out';

/** @internal */
export interface OidcAuthenticatorOptions {
  provider: OidcOptions;
  connection: ProviderConnection;
  transactions: SignInTransactions;
  sessions: SealedBox<Session>;
  attempts: SignInAttempts;
  callbackUrl: string;
  /** Where the provider sends people after signing out. */
  appUrl: string;
  logger: LoggerService;
}

/**
 * Speaks OpenID Connect with the provider: the authorization code flow with
 * PKCE, refresh, revocation, and sign-out at the provider.
 *
 * @remarks
 * In place of the authenticator of Backstage's own OIDC module, which has no
 * CA of its own per provider, no tolerance for clocks, does not compare the
 * subject at a refresh, keeps each started sign-in in the database, and passes
 * the provider's error texts and tokens on to the browser.
 *
 * @internal
 */
export function createOidcAuthenticator(options: OidcAuthenticatorOptions) {
  const { provider, connection, transactions } = options;
  return createOAuthAuthenticator<void, OidcProfile>({
    scopes: { persist: true, required: ['openid', 'profile', 'email'] },
    defaultProfileTransform: async ({ fullProfile: { claims } }) => ({
      profile: {
        displayName: readTextClaim(claims, provider.claims.name),
        email: readTextClaim(claims, provider.claims.email),
      },
    }),
    initialize: () => connection.warmUp(),

    start: record('sign-in', options, async ({ req, scope, state }) => {
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
    }),

    authenticate: record('sign-in', options, async ({ req }, attempt) => {
      const transaction = transactions.find(req);
      transactions.end(req);
      if (!transaction) {
        throw new SignInError('expired');
      }
      const client = await connection.getClient();
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
          refreshToken: tokens.refresh_token,
          subject,
          signedInAt: now,
          usedAt: now,
        },
      });
    }),

    refresh: record('refresh', options, ({ refreshToken }, attempt) =>
      refresh(refreshToken, attempt, options),
    ),
    logout: ({ req, refreshToken }) =>
      logOut(refreshToken, options.attempts.of(req), options),
  });
}

/** Makes every failure one that may be shown, and leaves it where the answer is made. */
function record<TInput extends { req: Request }, TResult>(
  when: 'sign-in' | 'refresh',
  { attempts }: OidcAuthenticatorOptions,
  step: (input: TInput, attempt: SignInAttempt) => Promise<TResult>,
): (input: TInput) => Promise<TResult> {
  return async input => {
    const attempt = attempts.of(input.req);
    try {
      return await step(input, attempt);
    } catch (error) {
      attempt.error = toSignInError(error, when);
      throw attempt.error;
    }
  };
}

function buildMaxAge(provider: OidcOptions): { max_age?: number } {
  return provider.reauthenticateAfterMaximum
    ? { max_age: Math.floor(provider.sessionMaximumMs / 1000) }
    : {};
}

/**
 * Some providers put the groups in the ID token, others only in the answer of
 * the userinfo endpoint; the latter is what the provider says last.
 */
async function readClaims(
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
 */
function buildResult(
  tokens: TokenSet,
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

async function refresh(
  sealed: string,
  attempt: SignInAttempt,
  { provider, connection, sessions }: OidcAuthenticatorOptions,
): Promise<OAuthAuthenticatorResult<OidcProfile>> {
  const session = sessions.open(sealed);
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
  const client = await connection.getClient();
  const tokens = await client.refresh(session.refreshToken);
  const { subject, claims } = await readClaims(client, tokens);
  if (subject !== session.subject) {
    throw new SignInError('session-ended', 'the provider named someone else');
  }
  const refreshed = {
    ...session,
    refreshToken: tokens.refresh_token ?? session.refreshToken,
    usedAt: now,
  };
  const result = buildResult(tokens, {
    subject,
    claims,
    session: refreshed,
    attempt,
    refreshedFor: session.userEntityRef,
  });
  result.session.refreshToken = sessions.seal(refreshed);
  return result;
}

/** Never fails: whatever the provider does, the session at the portal has to end. */
async function logOut(
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
