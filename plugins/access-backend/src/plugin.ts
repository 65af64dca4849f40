import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { accessPermissions } from '@nerds/plugin-access-common';
import { readAccessConfig } from './config';
import { DatabaseGrantStore } from './database/DatabaseGrantStore';
import { DatabasePersonStore } from './database/DatabasePersonStore';
import { migrateDatabase } from './database/migrateDatabase';
import { createInternalRouter } from './router/createInternalRouter';
import { GrantDirectory } from './services/GrantDirectory';
import { PolicyService } from './services/PolicyService';

/**
 * Roles, people and access reviews.
 * @public
 */
export const accessPlugin = createBackendPlugin({
  pluginId: 'access',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { httpAuth, logger } = deps;
        const access = readAccessConfig(deps.config);
        const knex = await migrateDatabase(deps.database);
        const now = () => new Date();
        const people = new DatabasePersonStore(knex);
        const grants = new GrantDirectory({
          configGrants: access.grants,
          store: new DatabaseGrantStore(knex),
          now,
        });
        deps.permissionsRegistry.addPermissions(accessPermissions);
        const policy = new PolicyService({ grants, people, now });
        deps.httpRouter.use(createInternalRouter({ policy, httpAuth, logger }));
      },
    });
  },
});
