import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { readOpenApiDocument } from '@nerds/http-api';
import { accessServiceRef } from '@nerds/plugin-access-node';
import { EntityErrorStore } from './database/EntityErrorStore';
import { findRepository } from './domain/findRepository';
import { parseEntityFile } from './parser/parseEntityFile';
import { EntityModelProcessor } from './processors/EntityModelProcessor';
import { OwnRepositoryProcessor } from './processors/OwnRepositoryProcessor';
import { ProvenanceProcessor } from './processors/ProvenanceProcessor';
import { createRouter } from './router/createRouter';
import { createValidationGuard } from './router/createValidationGuard';
import { EntityErrorReader } from './services/EntityErrorReader';
import { EntityErrorService } from './services/EntityErrorService';
import { OwnedEntityIndex } from './services/OwnedEntityIndex';

/**
 * Refuses entities that do not keep to the entity model of the portal, or that
 * have a file of another repository put in, and says what to do about it: also
 * of what never came in.
 *
 * @public
 */
export const catalogModuleEntityModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'entity-model',
  register(reg) {
    reg.registerInit({
      deps: {
        access: accessServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        permissions: coreServices.permissions,
        processing: catalogProcessingExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, httpRouter, model, processing, ...deps }) {
        model.setEntityDataParser(parseEntityFile);
        const integrations = ScmIntegrations.fromConfig(config);
        processing.addProcessor(
          new EntityModelProcessor(),
          new OwnRepositoryProcessor(integrations),
          new ProvenanceProcessor(integrations),
        );
        const store = new EntityErrorStore(await deps.database.getClient());
        const service = new EntityErrorService({
          index: new OwnedEntityIndex({
            store,
            findRepository: entity => findRepository(entity, integrations),
            now: () => new Date(),
          }),
          reader: new EntityErrorReader(deps),
          store,
        });
        const openApi = await readOpenApiDocument(
          resolvePackagePath(
            '@nerds/plugin-catalog-backend-module-entity-model',
            'openapi/openapi.yaml',
          ),
        );
        httpRouter.use(createValidationGuard());
        httpRouter.use(createRouter({ ...deps, service, openApi }));
        // The router has a barrier of its own; see createRouter.
        httpRouter.addAuthPolicy({ path: '/v1', allow: 'unauthenticated' });
      },
    });
  },
});
