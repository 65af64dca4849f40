import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readOpenApiDocument } from '@nerds/http-api';
import { catalogSourcesPermissions } from '@nerds/plugin-catalog-sources-common';
import { SchedulerClient } from './clients/SchedulerClient';
import { readCatalogSourcesConfig } from './config';
import { DatabaseSourceStore } from './database/DatabaseSourceStore';
import { migrateDatabase } from './database/migrateDatabase';
import { createInternalRouter } from './router/createInternalRouter';
import { createRouter } from './router/createRouter';
import { AuditedSourceService } from './services/AuditedSourceService';
import { AuthorizedSourceService } from './services/AuthorizedSourceService';
import { DefaultSourceService } from './services/DefaultSourceService';
import { EntityCounter } from './services/EntityCounter';

/**
 * The sources that fill the catalog: how their runs went, and running one now.
 * @public
 */
export const catalogSourcesPlugin = createBackendPlugin({
  pluginId: 'catalog-sources',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { httpAuth, httpRouter, logger } = deps;
        const { keepRuns } = readCatalogSourcesConfig(deps.config);
        const openApi = await readOpenApiDocument(
          resolvePackagePath(
            '@nerds/plugin-catalog-sources-backend',
            'openapi/openapi.yaml',
          ),
        );
        const now = () => new Date();
        const store = new DatabaseSourceStore(
          await migrateDatabase(deps.database),
        );
        deps.permissionsRegistry.addPermissions(catalogSourcesPermissions);
        const sources = new DefaultSourceService({
          store,
          scheduler: new SchedulerClient(deps),
          counter: new EntityCounter({ ...deps, now }),
          now,
        });
        const service = new AuditedSourceService(
          new AuthorizedSourceService(sources, deps.permissions),
          deps.auditor,
        );
        httpRouter.use(
          createInternalRouter({ store, keepRuns, httpAuth, logger, now }),
        );
        httpRouter.use(createRouter({ service, httpAuth, logger, openApi }));
        // The router has a barrier of its own; see createRouter.
        httpRouter.addAuthPolicy({ path: '/v1', allow: 'unauthenticated' });
      },
    });
  },
});
