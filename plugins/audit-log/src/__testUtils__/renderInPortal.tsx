import {
  renderInPortal as renderPage,
  type PortalOptions,
} from '@nerds/page-parts/testUtils';
import type { JSX } from 'react';
import { auditLogApiRef, type AuditLogApi } from '../api';
import {
  accessReviewRouteRef,
  accessRouteRef,
  auditLogRouteRef,
  clusterRouteRef,
  entityRouteRef,
  machineTokensRouteRef,
  taskRouteRef,
} from '../routes';

/** Renders a part of the plugin as the portal would: routes, languages, permissions. */
export function renderInPortal(
  element: JSX.Element,
  options: Pick<PortalOptions, 'language' | 'denied' | 'url'> & {
    api: AuditLogApi;
  },
) {
  const { api, ...rest } = options;
  return renderPage(element, {
    url: '/audit-log',
    ...rest,
    mountedRoutes: {
      '/audit-log': auditLogRouteRef,
      '/access': accessRouteRef,
      '/access/reviews/:id': accessReviewRouteRef,
      '/access/tokens': machineTokensRouteRef,
      '/clusters/:id': clusterRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/create/tasks/:taskId': taskRouteRef,
    },
    apis: [[auditLogApiRef, api]],
  });
}
