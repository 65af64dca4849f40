import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ensureReaderIndex } from './database/ensureReaderIndex';
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
        database: coreServices.database,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ catalog, permissionsRegistry, ...deps }) {
        catalog.addProcessor(new VisibilityProcessor());
        permissionsRegistry.addPermissionRules([isReadableBy]);
        // when the catalog has made its tables
        deps.lifecycle.addStartupHook(async () => {
          try {
            await ensureReaderIndex(await deps.database.getClient());
          } catch (error) {
            // Accepted loss: without it the catalog is slower, and answers the same.
            deps.logger.warn(
              'No index on who may see an entity; it is tried again at the next start',
              error as Error,
            );
          }
        });
      },
    });
  },
});
