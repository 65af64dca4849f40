import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { readOpenApiDocument } from '@nerds/http-api';
import {
  auditLogEventReadPermission,
  auditLogPermissions,
} from '@nerds/plugin-audit-log-common';
import { readAuditLogConfig } from '@nerds/plugin-audit-log-node';
import { addActions } from './actions/addActions';
import { createAuditLogClient } from './database/createAuditLogClient';
import { DatabaseAuditEventStore } from './database/DatabaseAuditEventStore';
import { eventResourceRef, eventRules } from './permissions/eventRules';
import { createRouter } from './router/createRouter';
import { AuditedAuditLogService } from './services/AuditedAuditLogService';
import { AuthorizedAuditLogService } from './services/AuthorizedAuditLogService';
import { DefaultAuditLogService } from './services/DefaultAuditLogService';
import { addScheduledTasks } from './tasks/addScheduledTasks';

/**
 * Shows, exports and checks the audit log. What writes to it is
 * `@nerds/plugin-audit-log-node`.
 *
 * @public
 */
export const auditLogPlugin = createBackendPlugin({
  pluginId: 'audit-log',
  register(env) {
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, auth, httpAuth, logger } = deps;
        const { connection, retentionDays } = readAuditLogConfig(deps.config);
        const knex = createAuditLogClient(connection, logger);
        deps.lifecycle.addShutdownHook(() => knex.destroy());
        const store = new DatabaseAuditEventStore(knex, logger);
        const now = () => new Date();

        deps.permissionsRegistry.addPermissions(auditLogPermissions);
        deps.permissionsRegistry.addResourceType({
          resourceRef: eventResourceRef,
          permissions: [auditLogEventReadPermission],
          rules: eventRules,
          getResources: refs => store.getEvents(refs),
        });
        const service = new AuditedAuditLogService(
          new AuthorizedAuditLogService(
            new DefaultAuditLogService(store, now),
            deps.permissions,
          ),
          auditor,
        );

        const openApi = await readOpenApiDocument(
          resolvePackagePath(
            '@nerds/plugin-audit-log-backend',
            'openapi/openapi.yaml',
          ),
        );
        deps.httpRouter.use(
          createRouter({ service, httpAuth, logger, openApi, now }),
        );
        // The router has a barrier of its own; see createRouter.
        deps.httpRouter.addAuthPolicy({
          path: '/v1',
          allow: 'unauthenticated',
        });

        addActions({ actions: deps.actions, service, auth });
        await addScheduledTasks({
          scheduler: deps.scheduler,
          store,
          auditor,
          logger,
          keepDays: retentionDays,
        });
      },
    });
  },
});
