import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { VisibilityProcessor } from './processors/VisibilityProcessor';
import { isReadableBy } from './rules/isReadableBy';

/** Lets an entity say that only its own team may see it. @public */
export const catalogModuleVisibility = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'visibility',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ catalog, permissionsRegistry }) {
        catalog.addProcessor(new VisibilityProcessor());
        permissionsRegistry.addPermissionRules([isReadableBy]);
      },
    });
  },
});
