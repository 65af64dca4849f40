import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { accessServiceRef } from '@nerds/plugin-access-node';
import { createOidcProviderFactory } from './createOidcProviderFactory';
import { GroupAncestors } from './resolver/GroupAncestors';

/**
 * Sign-in through the OIDC provider under `auth.providers.oidc`, the only way
 * in for people.
 *
 * @public
 */
export const authModuleNerds = createBackendModule({
  pluginId: 'auth',
  moduleId: 'nerds',
  register(reg) {
    reg.registerInit({
      deps: {
        access: accessServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({
        access,
        auditor,
        auth,
        catalog,
        config,
        logger,
        providers,
      }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOidcProviderFactory({
            secret: config.getString('auth.session.secret'),
            access,
            ancestors: new GroupAncestors({ catalog, auth, logger }),
            auditor,
            logger,
          }),
        });
      },
    });
  },
});
