import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { ensureReaderIndex } from './database/ensureReaderIndex';
import { createCountRouter } from './counts/createCountRouter';
import { VisibleEntityCounter } from './counts/VisibleEntityCounter';
import { VisibilityProcessor } from './processors/VisibilityProcessor';
import { isReadableBy } from './rules/isReadableBy';

/** Lets an entity say that only its own team may see it. @public */
export const catalogModuleVisibility = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'visibility',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ httpRouter, permissionsRegistry, processing, ...deps }) {
        processing.addProcessor(new VisibilityProcessor());
        permissionsRegistry.addPermissionRules([isReadableBy]);
        httpRouter.use(
          createCountRouter({
            ...deps,
            counter: new VisibleEntityCounter(deps),
          }),
        );
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
