import { keycloakTransformerExtensionPoint } from '@backstage-community/plugin-catalog-backend-module-keycloak';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { transformGroup } from './transformGroup';

/**
 * Tells organisations from teams among the groups of Keycloak.
 *
 * @public
 */
export const catalogModuleKeycloakOrganisation = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'keycloak-organisation',
  register(reg) {
    reg.registerInit({
      deps: { keycloak: keycloakTransformerExtensionPoint },
      async init({ keycloak }) {
        keycloak.setGroupTransformer(transformGroup);
      },
    });
  },
});
