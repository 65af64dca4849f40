import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JSX } from 'react';
import { SWRConfig } from 'swr';
import { auditLogApiRef, type AuditLogApi } from '../api';
import type { Language } from '../hooks/useLanguage';
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
  options: {
    api: AuditLogApi;
    language?: Language;
    /** Names of permissions the person does not have. */
    denied?: string[];
    url?: string;
  },
) {
  const { api, language = 'nl', denied = [], url = '/audit-log' } = options;
  // the choice that a person made earlier is kept by the browser
  window.localStorage.clear();
  // the answers about permissions are kept per browser; each test is another person
  const asNewPerson = (
    <SWRConfig value={{ provider: () => new Map() }}>{element}</SWRConfig>
  );
  return renderInTestApp(asNewPerson, {
    initialRouteEntries: [url],
    mountedRoutes: {
      '/audit-log': auditLogRouteRef,
      '/access': accessRouteRef,
      '/access/reviews/:id': accessReviewRouteRef,
      '/access/tokens': machineTokensRouteRef,
      '/clusters/:id': clusterRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/create/tasks/:taskId': taskRouteRef,
    },
    apis: [
      [auditLogApiRef, api],
      mockApis.permission({
        authorize: ({ permission }) =>
          denied.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    ],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['nl', 'en'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}
