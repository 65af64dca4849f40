import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { notificationService } from '@backstage/plugin-notifications-node';
import { readOpenApiDocument } from '@nerds/http-api';
import { accessPermissions } from '@nerds/plugin-access-common';
import { ActionRunner } from './actions/ActionRunner';
import { registerActions } from './actions/registerActions';
import { readAccessConfig } from './config';
import { createServices, createStores } from './createServices';
import { migrateDatabase } from './database/migrateDatabase';
import { isForTeam, reviewResourceRef } from './permissions/reviewResource';
import { createInternalRouter } from './router/createInternalRouter';
import { createRouter } from './router/createRouter';

/**
 * Roles, people and access reviews.
 * @public
 */
export const accessPlugin = createBackendPlugin({
  pluginId: 'access',
  register(env) {
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { httpAuth, httpRouter, logger } = deps;
        const options = readAccessConfig(deps.config);
        const openApi = await readOpenApiDocument(
          resolvePackagePath(
            '@nerds/plugin-access-backend',
            'openapi/openapi.yaml',
          ),
        );
        const knex = await migrateDatabase(deps.database);
        const stores = createStores(knex);
        // Before anything asks for a decision about reviews.
        deps.permissionsRegistry.addResourceType({
          resourceRef: reviewResourceRef,
          permissions: accessPermissions,
          rules: [isForTeam],
          getResources: ids => stores.reviews.getReviews(ids),
        });
        const services = createServices({
          ...deps,
          options,
          stores,
          now: () => new Date(),
        });

        httpRouter.use(
          createInternalRouter({ policy: services.policy, httpAuth, logger }),
        );
        httpRouter.use(
          createRouter({ ...services, httpAuth, logger, openApi }),
        );
        // The router has a barrier of its own; see createRouter.
        httpRouter.addAuthPolicy({ path: '/v1', allow: 'unauthenticated' });
        await services.tasks.schedule(deps.scheduler);
        const { callers } = services;
        registerActions(
          deps.actions,
          new ActionRunner({ services, callers, auth: deps.auth }),
        );
      },
    });
  },
});
