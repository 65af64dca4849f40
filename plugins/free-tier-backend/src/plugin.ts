import {
  coreServices,
  createBackendPlugin,
  type BackendFeature,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ActionRunner } from './actions/ActionRunner';
import { createCreateClusterAction } from './actions/createCreateClusterAction';
import { createDeleteClusterAction } from './actions/createDeleteClusterAction';
import { createGetClusterAction } from './actions/createGetClusterAction';
import { createListClustersAction } from './actions/createListClustersAction';
import { readFreeTierConfig } from './config';
import {
  DatabaseClusterStore,
  migrateDatabase,
} from './database/DatabaseClusterStore';
import { DatabaseClusterWorkQueue } from './database/DatabaseClusterWorkQueue';
import { DatabaseCredentialStore } from './database/DatabaseCredentialStore';
import type { RegionOptions } from './domain/FreeTierOptions';
import { createHostCluster } from './kubernetes/createHostCluster';
import type { HostCluster } from './kubernetes/HostCluster';
import { addClusterPermissions } from './permissions/addClusterPermissions';
import { createRouter } from './router/createRouter';
import { readFreeTierOpenApi } from './router/readFreeTierOpenApi';
import { AuditedClusterService } from './services/AuditedClusterService';
import { AuthorizedClusterService } from './services/AuthorizedClusterService';
import { CallerResolver } from './services/CallerResolver';
import { CatalogTeamDirectory } from './services/CatalogTeamDirectory';
import { DefaultClusterService } from './services/DefaultClusterService';
import { ClusterReconciler } from './tasks/ClusterReconciler';

/** @internal */
export interface FreeTierPluginOptions {
  /** What stands behind a region; tests put something else there than Kubernetes. */
  createHostCluster: (options: {
    region: RegionOptions;
    logger: LoggerService;
    /** Aborted when the portal stops. */
    signal: AbortSignal;
  }) => HostCluster;
}

/** The plugin over any kind of host cluster. @internal */
export function createFreeTierPlugin(
  options: FreeTierPluginOptions,
): BackendFeature {
  return createBackendPlugin({
    pluginId: 'free-tier',
    register(env) {
      env.registerInit({
        deps: {
          actions: actionsRegistryServiceRef,
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          userInfo: coreServices.userInfo,
        },
        async init(deps) {
          const { auth, httpAuth, lifecycle, logger } = deps;
          const freeTier = readFreeTierConfig(deps.config);
          const openApi = await readFreeTierOpenApi(freeTier.contact);
          const knex = await migrateDatabase(deps.database);
          const store = new DatabaseClusterStore(knex);
          const now = () => new Date();
          const stopping = new AbortController();
          const hostClusters = new Map(
            freeTier.regions.map(region => [
              region.name,
              options.createHostCluster({
                region,
                logger,
                signal: stopping.signal,
              }),
            ]),
          );

          const reconciler = new ClusterReconciler({
            queue: new DatabaseClusterWorkQueue(knex),
            hostClusters,
            logger,
            recheckIntervalMs: freeTier.recheckIntervalMs,
            now,
          });
          lifecycle.addStartupHook(() => reconciler.start());
          lifecycle.addShutdownHook(async () => {
            await reconciler.stop();
            stopping.abort();
          });

          addClusterPermissions(deps.permissionsRegistry, store);
          const service = new AuditedClusterService(
            new AuthorizedClusterService({
              inner: new DefaultClusterService({
                options: freeTier,
                store,
                credentials: new DatabaseCredentialStore(knex),
                hostClusters,
                trigger: reconciler,
                teams: new CatalogTeamDirectory(deps.catalog, logger),
                now,
              }),
              store,
              permissions: deps.permissions,
            }),
            deps.auditor,
          );
          const callers = new CallerResolver(deps.userInfo);

          deps.httpRouter.use(
            createRouter({ service, callers, httpAuth, logger, openApi }),
          );
          // The router has a barrier of its own; see createRouter.
          deps.httpRouter.addAuthPolicy({
            path: '/v1',
            allow: 'unauthenticated',
          });

          const runner = new ActionRunner(service, callers, auth);
          createListClustersAction(deps.actions, runner);
          createGetClusterAction(deps.actions, runner);
          createCreateClusterAction(deps.actions, runner);
          createDeleteClusterAction(deps.actions, runner);
        },
      });
    },
  });
}

/**
 * The free tier: hands out isolated Kubernetes environments.
 * @public
 */
export const freeTierPlugin = createFreeTierPlugin({ createHostCluster });
