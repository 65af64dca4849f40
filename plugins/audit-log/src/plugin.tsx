import {
  ApiBlueprint,
  PageBlueprint,
  appLanguageApiRef,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { RiFileList3Line } from '@remixicon/react';
import { AuditLogClient, auditLogApiRef } from './api';
import {
  accessReviewRouteRef,
  accessRouteRef,
  auditLogRouteRef,
  clusterRouteRef,
  entityRouteRef,
  machineTokensRouteRef,
  taskRouteRef,
} from './routes';

const auditLogApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: auditLogApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        appLanguageApi: appLanguageApiRef,
      },
      factory: deps => new AuditLogClient(deps),
    }),
});

const auditLogPage = PageBlueprint.make({
  params: {
    path: '/audit-log',
    // what the app translates for the navigation and the tab of the browser
    title: 'Audit log',
    icon: <RiFileList3Line />,
    routeRef: auditLogRouteRef,
    // it has its own, in the language of the person
    noHeader: true,
    loader: async () => {
      const { AuditLogPage } = await import('./components/AuditLogPage');
      return <AuditLogPage />;
    },
  },
});

/**
 * The audit log: who did what, when and from where, and whether it worked.
 * @public
 */
export const auditLogPlugin = createFrontendPlugin({
  pluginId: 'audit-log',
  title: 'Audit log',
  icon: <RiFileList3Line />,
  routes: { root: auditLogRouteRef },
  externalRoutes: {
    cluster: clusterRouteRef,
    entity: entityRouteRef,
    task: taskRouteRef,
    access: accessRouteRef,
    accessReview: accessReviewRouteRef,
    machineTokens: machineTokensRouteRef,
  },
  extensions: [auditLogApi, auditLogPage],
});
