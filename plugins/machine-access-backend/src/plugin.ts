import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { notificationService } from '@backstage/plugin-notifications-node';
import { readOpenApiDocument } from '@nerds/http-api';
import {
  machineTokenCreatePermission,
  machineTokenReadPermission,
  machineTokenRevokePermission,
} from '@nerds/plugin-machine-access-common';
import { ActionRunner } from './actions/ActionRunner';
import { addTokenActions } from './actions/addTokenActions';
import { readMachineAccessConfig } from './config';
import {
  DatabaseTokenStore,
  migrateDatabase,
} from './database/DatabaseTokenStore';
import { isOwnedBy, machineTokenResourceRef } from './permissions/tokenRules';
import { createRouter } from './router/createRouter';
import { AuditedCredentialVerifier } from './services/AuditedCredentialVerifier';
import { AuditedTokenService } from './services/AuditedTokenService';
import { AuthorizedTokenService } from './services/AuthorizedTokenService';
import { CallerResolver } from './services/CallerResolver';
import { DefaultTokenService } from './services/DefaultTokenService';
import { ScopeReader } from './services/ScopeReader';
import { TokenVerifier } from './services/TokenVerifier';
import { WorkloadVerifier } from './services/WorkloadVerifier';
import { remindTeams } from './tasks/remindTeams';

/**
 * Access of pipelines and other machines: named tokens of teams, and the OIDC
 * tokens of CI systems.
 *
 * @public
 */
export const machineAccessPlugin = createBackendPlugin({
  pluginId: 'machine-access',
  register(env) {
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
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
        const { auditor, httpAuth, logger, permissionsRegistry } = deps;
        const options = readMachineAccessConfig(deps.config);
        const { workloadIdentities: identities, reminderDays } = options;
        const openApi = await readOpenApiDocument(
          resolvePackagePath(
            '@nerds/plugin-machine-access-backend',
            'openapi/openapi.yaml',
          ),
        );
        const store = new DatabaseTokenStore(
          await migrateDatabase(deps.database),
        );
        await requireOwnIds(store, identities);
        const now = () => new Date();

        permissionsRegistry.addPermissions([machineTokenCreatePermission]);
        permissionsRegistry.addResourceType({
          resourceRef: machineTokenResourceRef,
          permissions: [
            machineTokenReadPermission,
            machineTokenRevokePermission,
          ],
          rules: [isOwnedBy],
          getResources: ids => store.getTokens(ids),
        });
        const service = new AuditedTokenService(
          new AuthorizedTokenService({
            inner: new DefaultTokenService({ store, identities, now }),
            permissions: deps.permissions,
            rules: permissionsRegistry.getPermissionRuleset(
              machineTokenResourceRef,
            ),
          }),
          auditor,
        );
        const callers = new CallerResolver(deps.userInfo);

        deps.httpRouter.use(
          createRouter({
            service,
            maxLifetimeDays: options.maxLifetimeDays,
            scopes: new ScopeReader({ store, identities, now }),
            verifier: new AuditedCredentialVerifier({
              tokens: new TokenVerifier(store, now),
              workloads: new WorkloadVerifier(identities, now),
              auditor,
            }),
            callers,
            httpAuth,
            logger,
            openApi,
          }),
        );
        // The router has a barrier of its own; see createRouter.
        deps.httpRouter.addAuthPolicy({
          path: '/v1',
          allow: 'unauthenticated',
        });

        await deps.scheduler.scheduleTask({
          id: 'machine-access-reminders',
          frequency: { hours: 6 },
          timeout: { minutes: 5 },
          initialDelay: { minutes: 1 },
          scope: 'global',
          fn: () =>
            remindTeams({
              store,
              notifications: deps.notifications,
              logger,
              reminderDays,
              now: now(),
            }),
        });

        addTokenActions(
          deps.actions,
          new ActionRunner(service, callers, deps.auth),
        );
      },
    });
  },
});

/** A token and a workload identity under one name would have each other's rights. */
async function requireOwnIds(
  store: DatabaseTokenStore,
  identities: { id: string }[],
): Promise<void> {
  const tokens = await store.getTokens(identities.map(({ id }) => id));
  const taken = tokens.find(token => token);
  if (taken) {
    throw new Error(
      `Config key 'machineAccess.workloadIdentities' has an id that is of a token: '${taken.id}'. Choose another.`,
    );
  }
}
