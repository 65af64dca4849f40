import type { LoggerService } from '@backstage/backend-plugin-api';
import { createOAuthAuthenticator } from '@backstage/plugin-auth-node';
import type { Request } from 'express';
import { readTextClaim } from '../claims/readClaim';
import type { OidcOptions } from '../config';
import type { LastSignIns } from '../LastSignIns';
import type { SignInAttempt, SignInAttempts } from '../SignInAttempts';
import { endSession } from './endSession';
import type { OidcProfile, Session } from './OidcProfile';
import type { ProviderConnection } from './ProviderConnection';
import { refreshSession } from './refreshSession';
import type { SealedBox } from './SealedBox';
import { beginSignIn, finishSignIn } from './signIn';
import type { SignInTransactions } from './SignInTransactions';
import { toSignInError } from './toSignInError';

/** @internal */
export interface OidcAuthenticatorOptions {
  provider: OidcOptions;
  connection: ProviderConnection;
  transactions: SignInTransactions;
  sessions: SealedBox<Session>;
  attempts: SignInAttempts;
  lastSignIns: LastSignIns;
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
  const { provider, connection } = options;
  return createOAuthAuthenticator<void, OidcProfile>({
    scopes: { persist: true, required: ['openid', 'profile', 'email'] },
    defaultProfileTransform: async ({ fullProfile: { claims, last } }) => ({
      profile: last?.profile ?? {
        displayName: readTextClaim(claims, provider.claims.name),
        email: readTextClaim(claims, provider.claims.email),
      },
    }),
    initialize: () => connection.warmUp(),

    start: record('sign-in', options, input => beginSignIn(input, options)),
    authenticate: record('sign-in', options, ({ req }, attempt) =>
      finishSignIn(req, attempt, options),
    ),
    refresh: record('refresh', options, ({ refreshToken }, attempt) =>
      refreshSession(refreshToken, attempt, options),
    ),
    logout: ({ req, refreshToken }) =>
      endSession(refreshToken, options.attempts.of(req), options),
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
