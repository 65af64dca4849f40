import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { readOpenApiDocument } from '@nerds/http-api';
import { createRouter } from './router/createRouter';

/**
 * Says what is wrong with a catalog-info.yaml or a publiccode.yml.
 *
 * @public
 */
export const entityModelPlugin = createBackendPlugin({
  pluginId: 'entity-model',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init({ httpAuth, httpRouter, logger }) {
        const openApi = await readOpenApiDocument(
          resolvePackagePath(
            '@nerds/plugin-entity-model-backend',
            'openapi/openapi.yaml',
          ),
        );
        httpRouter.use(createRouter({ httpAuth, logger, openApi }));
        // The router has a barrier of its own; see createRouter.
        httpRouter.addAuthPolicy({ path: '/v1', allow: 'unauthenticated' });
      },
    });
  },
});
