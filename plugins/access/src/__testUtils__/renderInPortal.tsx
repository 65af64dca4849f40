import {
  renderInPortal as renderPage,
  type PortalOptions,
} from '@nerds/page-parts/testUtils';
import type { JSX } from 'react';
import { useLocation } from 'react-router-dom';
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
  options: Pick<PortalOptions, 'language' | 'denied' | 'mountPath' | 'url'> & {
    api?: AccessApi;
    machineApi?: MachineAccessApi;
  } = {},
) {
  const { api, machineApi, ...rest } = options;
  const page = (
    <>
      {element}
      <Url />
    </>
  );
  return renderPage(page, {
    url: '/access',
    ...rest,
    mountedRoutes: { '/access': accessRouteRef },
    apis: [
      [accessApiRef, api ?? new FakeAccessApi()],
      [machineAccessApiRef, machineApi ?? new FakeMachineAccessApi()],
    ],
  });
}
