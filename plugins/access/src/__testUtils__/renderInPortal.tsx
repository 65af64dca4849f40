import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JSX } from 'react';
import { useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import {
  accessApiRef,
  machineAccessApiRef,
  type AccessApi,
  type MachineAccessApi,
} from '../api';
import { accessRouteRef } from '../routes';
import { FakeAccessApi } from './FakeAccessApi';
import { FakeMachineAccessApi } from './FakeMachineAccessApi';

function Url() {
  const { pathname, search, hash } = useLocation();
  return <output>{pathname + search + hash}</output>;
}

/** Renders a page of the plugin as the portal would: routes, languages, permissions. */
export function renderInPortal(
  element: JSX.Element,
  options: {
    api?: AccessApi;
    machineApi?: MachineAccessApi;
    language?: 'nl' | 'en';
    /** Names of permissions the person does not have. */
    denied?: string[];
    mountPath?: string;
    url?: string;
  } = {},
) {
  const { language = 'nl', denied = [], url = '/access' } = options;
  // the choice that a person made earlier is kept by the browser
  window.localStorage.clear();
  // the answers about permissions are kept per browser; each test is another person
  const asNewPerson = (
    <SWRConfig value={{ provider: () => new Map() }}>
      {element}
      <Url />
    </SWRConfig>
  );
  return renderInTestApp(asNewPerson, {
    mountPath: options.mountPath,
    initialRouteEntries: [url],
    mountedRoutes: { '/access': accessRouteRef },
    apis: [
      [accessApiRef, options.api ?? new FakeAccessApi()],
      [machineAccessApiRef, options.machineApi ?? new FakeMachineAccessApi()],
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
