import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JSX } from 'react';
import { SWRConfig } from 'swr';
import type { Language } from '../useLanguage';

type TestAppOptions = NonNullable<Parameters<typeof renderInTestApp>[1]>;

/** @public */
export interface PortalOptions {
  /** What the page calls, beside the permissions. */
  apis: NonNullable<TestAppOptions['apis']>;
  mountedRoutes: NonNullable<TestAppOptions['mountedRoutes']>;
  /** Where the person is. */
  url?: string;
  /** Path on which the page is mounted, when that is not `url`. */
  mountPath?: string;
  language?: Language;
  /** Names of permissions the person does not have. */
  denied?: string[];
}

/** Renders a page as the portal would: routes, languages, permissions. @public */
export function renderInPortal(element: JSX.Element, options: PortalOptions) {
  const { apis, mountedRoutes, language = 'nl', denied = [], url } = options;
  // the choice that a person made earlier is kept by the browser
  window.localStorage.clear();
  // the answers about permissions are kept per browser; each test is another person
  const asNewPerson = (
    <SWRConfig value={{ provider: () => new Map() }}>{element}</SWRConfig>
  );
  return renderInTestApp(asNewPerson, {
    mountPath: options.mountPath,
    initialRouteEntries: url ? [url] : undefined,
    mountedRoutes,
    apis: [
      ...apis,
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
