import { createBackendModule } from '@backstage/backend-plugin-api';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createSignInResolver } from './createSignInResolver';
import { withDiscoveryRetry } from './withDiscoveryRetry';

/**
 * Sign-in through the OIDC provider under `auth.providers.oidc`, the only way
 * in. Takes the place of `@backstage/plugin-auth-backend-module-oidc-provider`,
 * of which it uses the authenticator.
 *
 * @public
 */
export const authModuleNerds = createBackendModule({
  pluginId: 'auth',
  moduleId: 'nerds',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: withDiscoveryRetry(oidcAuthenticator),
            signInResolver: createSignInResolver(),
          }),
        });
      },
    });
  },
});
