import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  createOAuthRouteHandlers,
  OAuthEnvironmentHandler,
  type AuthProviderFactory,
} from '@backstage/plugin-auth-node';
import type { AccessService } from '@nerds/plugin-access-node';
import { readOidcConfig } from './config';
import { LastSignIns } from './LastSignIns';
import { createOidcAuthenticator } from './provider/createOidcAuthenticator';
import type { Session } from './provider/OidcProfile';
import { ProviderConnection } from './provider/ProviderConnection';
import { SealedBox } from './provider/SealedBox';
import { SignInTransactions } from './provider/SignInTransactions';
import { createSignInResolver } from './resolver/createSignInResolver';
import type { GroupAncestors } from './resolver/GroupAncestors';
import { createSignInRoutes } from './routes/createSignInRoutes';
import { SessionCookies } from './routes/SessionCookies';
import { SignInAudit } from './routes/SignInAudit';
import { SignInAttempts } from './SignInAttempts';

/**
 * Makes the provider `oidc` out of `auth.providers.oidc`.
 *
 * @param options - `secret` is `auth.session.secret`, the same for every replica
 * @internal
 */
export function createOidcProviderFactory(options: {
  secret: string;
  access: AccessService;
  ancestors: GroupAncestors;
  auditor: AuditorService;
  logger: LoggerService;
}): AuthProviderFactory {
  const { secret, access, ancestors, logger } = options;
  const audit = new SignInAudit(options);
  return ctx =>
    OAuthEnvironmentHandler.mapConfig(ctx.config, config => {
      const provider = readOidcConfig(config);
      const callbackUrl =
        provider.callbackUrl ??
        `${ctx.baseUrl}/${ctx.providerId}/handler/frame`;
      const attempts = new SignInAttempts();
      const transactions = new SignInTransactions({ secret, callbackUrl });
      const sessions = new SealedBox<Session>(secret, 'oidc session');
      const lastSignIns = new LastSignIns();
      const authenticator = createOidcAuthenticator({
        provider,
        connection: new ProviderConnection({
          provider,
          redirectUri: callbackUrl,
          logger,
        }),
        transactions,
        sessions,
        attempts,
        lastSignIns,
        callbackUrl,
        appUrl: ctx.appUrl,
        logger,
      });
      const inner = createOAuthRouteHandlers({
        ...ctx,
        // the cookie lives as long as what is in it, also without a setting
        config: new ConfigReader({
          ...config.get<object>(),
          sessionDuration: { milliseconds: provider.sessionIdleMs },
        }),
        authenticator,
        signInResolver: createSignInResolver({
          provider,
          access,
          ancestors,
          sessions,
          lastSignIns,
        }),
      });
      return createSignInRoutes({
        inner,
        attempts,
        transactions,
        cookies: new SessionCookies(callbackUrl),
        audit,
        logger,
        appUrl: ctx.appUrl,
        isOriginAllowed: ctx.isOriginAllowed,
      });
    });
}
