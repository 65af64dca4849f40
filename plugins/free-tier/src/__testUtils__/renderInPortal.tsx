import {
  renderInPortal as renderPage,
  type PortalOptions,
} from '@nerds/page-parts/testUtils';
import type { JSX } from 'react';
import { freeTierApiRef, type FreeTierApi } from '../api';
import {
  accessRouteRef,
  auditLogRouteRef,
  clustersRouteRef,
  templateRouteRef,
} from '../routes';

/** Renders a part of the plugin as the portal would: routes, languages, permissions. */
export function renderInPortal(
  element: JSX.Element,
  options: Pick<PortalOptions, 'language' | 'denied' | 'mountPath' | 'url'> & {
    api: FreeTierApi;
  },
) {
  const { api, ...rest } = options;
  return renderPage(element, {
    ...rest,
    mountedRoutes: {
      '/clusters': clustersRouteRef,
      '/access': accessRouteRef,
      '/audit-log': auditLogRouteRef,
      '/create/templates/:namespace/:templateName': templateRouteRef,
    },
    apis: [[freeTierApiRef, api]],
  });
}
