import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogSourcesServiceRef } from '@nerds/plugin-catalog-sources-node';
import { readGovernmentConfig } from './config';
import { DatabaseSourceItemStore } from './database/DatabaseSourceItemStore';
import { migrateDatabase } from './database/migrateDatabase';
import { RegisteredApiProcessor } from './processors/RegisteredApiProcessor';
import { CatalogLookup } from './sync/CatalogLookup';
import { GovernmentEntityProvider } from './sync/GovernmentEntityProvider';

/**
 * Brings the registers of the Dutch government that are configured into the
 * software catalog.
 *
 * @public
 */
export const catalogModuleGovernment = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'government',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
        sources: catalogSourcesServiceRef,
      },
      async init({
        auth,
        catalog,
        config,
        database,
        logger,
        processing,
        scheduler,
        sources,
      }) {
        const configs = readGovernmentConfig(config, process.env);
        const knex = await migrateDatabase(database);
        const store = new DatabaseSourceItemStore(knex);
        // The catalog drops the entities of a provider that is gone. A source
        // that comes back later has to start from nothing as well.
        await store.keepSources(configs.map(({ sourceId }) => sourceId));
        const lookup = new CatalogLookup({ catalog, auth });
        for (const source of configs) {
          processing.addEntityProvider(
            new GovernmentEntityProvider({
              config: source,
              taskRunner: scheduler.createScheduledTaskRunner({
                ...source.schedule,
                scope: 'global',
              }),
              sources,
              lookup,
              knex,
              store,
              logger,
              now: () => new Date(),
            }),
          );
        }
        if (configs.some(({ key }) => key === 'apiRegister')) {
          processing.addProcessor(new RegisteredApiProcessor());
        }
      },
    });
  },
});
