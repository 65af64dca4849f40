import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import { techdocsCollatorEntityTransformerExtensionPoint } from '@backstage/plugin-search-backend-module-techdocs';
import {
  searchEngineRegistryExtensionPoint,
  searchIndexServiceRef,
} from '@backstage/plugin-search-backend-node/alpha';
import { readOpenApiDocument } from '@nerds/http-api';
import { searchPermissions } from '@nerds/plugin-search-common';
import { readSearchConfig } from './config';
import { DocumentIndex } from './database/DocumentIndex';
import { DocumentStore } from './database/DocumentStore';
import { migrateDatabase } from './database/migrateDatabase';
import { ZeroResultStore } from './database/ZeroResultStore';
import { describeEntity, describePages } from './documents/describeEntity';
import { NerdsSearchEngine } from './engine/NerdsSearchEngine';
import { createRouter } from './router/createRouter';
import { ClusterSource } from './services/ClusterSource';
import { CurrentReaders } from './services/CurrentReaders';
import { ReaderResolver } from './services/ReaderResolver';
import { SearchService } from './services/SearchService';

/** Search that knows Dutch, counts per category, and who may see what. @public */
export const searchModuleNerds = createBackendModule({
  pluginId: 'search',
  moduleId: 'nerds',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        catalogCollator: catalogCollatorExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        engines: searchEngineRegistryExtensionPoint,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        searchIndex: searchIndexServiceRef,
        techdocsCollator: techdocsCollatorEntityTransformerExtensionPoint,
      },
      async init(deps) {
        const { auth, catalog, discovery, httpRouter, logger, permissions } =
          deps;
        const { zeroResultRetentionMs } = readSearchConfig(deps.config);
        const openApi = await readOpenApiDocument(
          resolvePackagePath(
            '@nerds/plugin-search-backend-module-nerds',
            'openapi/openapi.yaml',
          ),
        );
        const knex = await migrateDatabase(deps.database);
        const index = new DocumentIndex(knex);
        const store = new DocumentStore(knex);
        const zeroResults = new ZeroResultStore(knex);
        const readers = new ReaderResolver(permissions);
        const now = () => new Date();

        deps.permissionsRegistry.addPermissions(searchPermissions);
        deps.catalogCollator.setEntityTransformer(describeEntity);
        deps.techdocsCollator.setTransformer(describePages);
        deps.engines.setSearchEngine(
          new NerdsSearchEngine({ index, store, readers, logger }),
        );

        const search = new SearchService({
          index,
          readers,
          current: new CurrentReaders({ auth, catalog }),
          clusters: new ClusterSource({ auth, discovery }),
          zeroResults,
          listTypes: () => deps.searchIndex.getDocumentTypes(),
          logger,
          now,
        });
        httpRouter.use(
          createRouter({ ...deps, search, zeroResults, openApi, now }),
        );
        // The router has a barrier of its own; see createRouter.
        httpRouter.addAuthPolicy({ path: '/v1', allow: 'unauthenticated' });

        await deps.scheduler.scheduleTask({
          id: 'forget-zero-results',
          frequency: { hours: 6 },
          timeout: { minutes: 5 },
          fn: async () => {
            const before = now().getTime() - zeroResultRetentionMs;
            await zeroResults.forgetBefore(new Date(before));
          },
        });
      },
    });
  },
});
