import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Language } from '@nerds/plugin-free-tier-common';
import type { JSX } from 'react';
import { SWRConfig } from 'swr';
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
  options: {
    api: FreeTierApi;
    language?: Language;
    /** Names of permissions the person does not have. */
    denied?: string[];
    mountPath?: string;
    url?: string;
  },
) {
  const { api, language = 'nl', denied = [], mountPath, url } = options;
  // the choice that a person made earlier is kept by the browser
  window.localStorage.clear();
  // the answers about permissions are kept per browser; each test is another person
  const asNewPerson = (
    <SWRConfig value={{ provider: () => new Map() }}>{element}</SWRConfig>
  );
  return renderInTestApp(asNewPerson, {
    mountPath,
    initialRouteEntries: url ? [url] : undefined,
    mountedRoutes: {
      '/clusters': clustersRouteRef,
      '/access': accessRouteRef,
      '/audit-log': auditLogRouteRef,
      '/create/templates/:namespace/:templateName': templateRouteRef,
    },
    apis: [
      [freeTierApiRef, api],
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
