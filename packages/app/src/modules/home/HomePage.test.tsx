import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  freeTierApiRef,
  templateRouteRef,
  type FreeTierApi,
} from '@nerds/plugin-free-tier';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { HomePage } from './HomePage';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function widget(pluginId: string, text: string) {
  return {
    node: {
      spec: { id: `home-page-widget:${pluginId}/x`, plugin: { pluginId } },
    },
    component: <p>{text}</p>,
  } as unknown as HomePageLayoutProps['widgets'][number];
}

const TEAM = { owner: 'group:default/burgerzaken', title: 'x', quotas: [] };

function renderHome(
  options: {
    widgets?: HomePageLayoutProps['widgets'];
    /** Names of permissions the person does not have. */
    denied?: string[];
    teams?: (typeof TEAM)[];
  } = {},
) {
  const { widgets = [], denied = [], teams = [TEAM] } = options;
  renderInTestApp(
    // the answers about permissions are kept per browser; each test is another person
    <SWRConfig value={{ provider: () => new Map() }}>
      <HomePage widgets={widgets} />
      <Address />
    </SWRConfig>,
    {
      mountedRoutes: {
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      apis: [
        [identityApiRef, mockApis.identity({ displayName: 'Dev Burgerzaken' })],
        [catalogApiRef, catalogApiMock()],
        [
          freeTierApiRef,
          { listTeams: async () => teams } as unknown as FreeTierApi,
        ],
        mockApis.permission({
          authorize: ({ permission }) =>
            denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
    },
  );
}

describe('HomePage', () => {
  it('greets the person and offers the main jobs as links', async () => {
    renderHome();
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Welcome, Dev Burgerzaken',
      }),
    ).toBeVisible();
    const tasks = screen.getByRole('region', { name: 'Get started' });
    expect(
      within(tasks)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/create/templates/default/free-tier-cluster',
      '/catalog',
      '/create',
      '/docs',
    ]);
  });

  it('shows a role that changes nothing what it cannot do, and whom to ask', async () => {
    renderHome({
      denied: ['free-tier.cluster.create', 'scaffolder.task.create'],
    });
    expect(
      await screen.findByText(/^You cannot use a template with your role/),
    ).toBeVisible();
    expect(
      await screen.findByText(/^You cannot request a cluster with your role/),
    ).toBeVisible();
    for (const name of ['Request a cluster', 'Start from a template']) {
      const link = screen.getByRole('link', { name });
      expect(link).toHaveAttribute('aria-disabled', 'true');
      expect(link).not.toHaveAttribute('href');
    }
    expect(screen.getByRole('link', { name: 'Find software' })).toHaveAttribute(
      'href',
      '/catalog',
    );
  });

  it('tells who has no team why there is no cluster to ask for', async () => {
    renderHome({ teams: [] });
    expect(
      await screen.findByText(/you are not a member of any team/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Start from a template' }),
    ).toHaveAttribute('href', '/create');
  });

  it('searches', async () => {
    renderHome();
    await userEvent.type(
      await screen.findByRole('searchbox', { name: /^Search software/ }),
      'paspoort & wijk{Enter}',
    );
    expect(
      await screen.findByText('/search?query=paspoort+%26+wijk'),
    ).toBeVisible();
  });

  it('shows the cards of our plugins and not those of Backstage', async () => {
    renderHome({
      widgets: [widget('free-tier', 'My clusters'), widget('home', 'A joke')],
    });
    expect(await screen.findByText('My clusters')).toBeVisible();
    expect(screen.getByText('Software of your teams')).toBeVisible();
    expect(screen.queryByText('A joke')).toBeNull();
  });
});
