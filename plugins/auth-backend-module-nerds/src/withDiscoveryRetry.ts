import { ServiceUnavailableError } from '@backstage/errors';
import type { OAuthAuthenticator } from '@backstage/plugin-auth-node';

/** What an authenticator that discovers its provider at start keeps. */
interface DiscoveryContext {
  promise: Promise<unknown>;
}

/**
 * Lets an authenticator recover from a provider that was down.
 *
 * @remarks
 * The OIDC authenticator reads the provider's metadata once, at start. When
 * the provider is down at that moment, every later sign-in fails until the
 * portal is restarted, and the rejection goes unhandled. Here the metadata is
 * read again at the next sign-in, and the person gets a 503 meanwhile.
 *
 * @param authenticator - whose context has the outcome of its discovery as `promise`
 * @public
 */
export function withDiscoveryRetry<TContext extends DiscoveryContext, TProfile>(
  authenticator: OAuthAuthenticator<TContext, TProfile>,
): OAuthAuthenticator<() => Promise<TContext>, TProfile> {
  return {
    ...authenticator,
    initialize(input) {
      const discover = () => {
        const context = authenticator.initialize(input);
        // handled below, by whoever signs in
        context.promise.catch(() => {});
        return context;
      };
      let current = discover();
      return async () => {
        try {
          await current.promise;
        } catch {
          current = discover();
          await current.promise.catch(() => {
            throw new ServiceUnavailableError(
              'The identity provider cannot be reached. Try again later.',
            );
          });
        }
        return current;
      };
    },
    start: async (input, context) =>
      authenticator.start(input, await context()),
    authenticate: async (input, context) =>
      authenticator.authenticate(input, await context()),
    refresh: async (input, context) =>
      authenticator.refresh(input, await context()),
    logout: async (input, context) =>
      authenticator.logout?.(input, await context()),
  };
}
