import { SidebarPinStateProvider } from '@backstage/core-components';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  NavContentComponentProps,
  NavContentNavItem,
  NavContentNavItems,
} from '@backstage/plugin-app-react';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Navigation } from './Navigation';

const PAGES = [
  ['page:audit-log', '/audit-log', 'Audit log'],
  ['page:access', '/access', 'Access'],
  ['page:user-settings', '/settings', 'Settings'],
  ['page:datasets', '/datasets', 'Datasets'],
  ['page:catalog-import', '/catalog-import', 'Catalog Import'],
  ['page:notifications', '/notifications', 'Notifications'],
  ['page:catalog', '/catalog', 'Catalog'],
  ['page:free-tier', '/clusters', 'Clusters'],
  ['page:scaffolder', '/create', 'Create'],
  ['page:home', '/', 'Home'],
];

/** As the app gives it: taking an item removes it. */
function toNavItems(pages: string[][]): NavContentNavItems {
  const left = new Map(
    pages.map(([id, href, title]) => [
      id,
      {
        node: { spec: { id } },
        href,
        title,
        icon: <svg />,
      } as unknown as NavContentNavItem,
    ]),
  );
  return {
    take(id) {
      const item = left.get(id);
      left.delete(id);
      return item;
    },
    rest: () => [...left.values()],
    clone: () => toNavItems(pages),
    withComponent: () => {
      throw new Error('not used');
    },
  };
}

function renderNavigation(
  options: { isMobile?: boolean; unread?: number; path?: string } = {},
) {
  const signOut = jest.fn(async () => {});
  const identityApi = { ...mockApis.identity(), signOut };
  renderInTestApp(
    <SidebarPinStateProvider
      value={{
        isMobile: options.isMobile ?? false,
        isPinned: true,
        toggleSidebarPinState: () => {},
      }}
    >
      <Navigation
        {...({ navItems: toNavItems(PAGES) } as NavContentComponentProps)}
      />
    </SidebarPinStateProvider>,
    {
      apis: [
        [
          notificationsApiRef,
          {
            getStatus: async () => ({ unread: options.unread ?? 0, read: 1 }),
          } as unknown as typeof notificationsApiRef.T,
        ],
        [signalApiRef, { subscribe: () => ({ unsubscribe: () => {} }) }],
        [identityApiRef, identityApi],
      ],
      config: { app: { title: 'NeRDS-portaal', baseUrl: 'http://localhost' } },
      initialRouteEntries: [options.path ?? '/catalog/default/api/x'],
    },
  );
  return { signOut };
}

const navigation = () =>
  screen.findByRole('navigation', { name: 'Main navigation' });

describe('Navigation', () => {
  it('puts the main jobs first, what plugins add after, then the portal itself and oneself last', async () => {
    renderNavigation();
    const links = within(await navigation()).getAllByRole('link');
    expect(links.map(link => link.textContent)).toEqual([
      'Home',
      'Clusters',
      'Catalog',
      'Create',
      'Datasets',
      'Access',
      'Audit log',
      'Notifications',
      'Settings',
    ]);
  });

  it('marks the page one is on, and not the home page with it', async () => {
    renderNavigation();
    await navigation();
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent(
      'Catalog',
    );
  });

  it('tells how many notifications are unread', async () => {
    renderNavigation({ unread: 3 });
    expect(
      await screen.findByRole('link', { name: 'Notifications (3 unread)' }),
    ).toBeVisible();
  });

  it('signs out', async () => {
    const { signOut } = renderNavigation();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign out' }),
    );
    expect(signOut).toHaveBeenCalledTimes(1);
  });

  it('stands behind a menu button on a small screen', async () => {
    renderNavigation({ isMobile: true });
    const menu = await screen.findByRole('button', { name: 'Menu' });
    expect(menu).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('navigation')).toBeNull();

    await userEvent.click(menu);
    expect(menu).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('navigation')).toBeNull();

    await userEvent.click(menu);
    await userEvent.click(screen.getByRole('link', { name: 'Clusters' }));
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
