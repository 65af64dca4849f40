import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
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

function renderHome(widgets: HomePageLayoutProps['widgets'] = []) {
  renderInTestApp(
    <>
      <HomePage widgets={widgets} />
      <Address />
    </>,
    {
      apis: [
        [identityApiRef, mockApis.identity({ displayName: 'Dev Burgerzaken' })],
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
    renderHome([widget('free-tier', 'My clusters'), widget('home', 'A joke')]);
    expect(await screen.findByText('My clusters')).toBeVisible();
    expect(screen.queryByText('A joke')).toBeNull();
  });
});
