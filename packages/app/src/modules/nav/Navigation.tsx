import { useSidebarPinState } from '@backstage/core-components';
import {
  configApiRef,
  errorApiRef,
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { SearchBox } from '@nerds/plugin-search-pages';
import SignOutIcon from '@material-ui/icons/ExitToApp';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import { LanguageSwitch } from '../language';
import { Logo, useTitleTranslation } from '../layout';
import styles from './Navigation.module.css';
import { useUnreadCount } from './useUnreadCount';

// The main jobs first; what a plugin adds later comes after them by itself.
const FIRST = [
  'page:home',
  'page:free-tier',
  'page:catalog',
  'page:scaffolder',
  'page:api-docs',
  'page:techdocs',
  'page:search',
];
// About the portal itself, so after the jobs.
const AFTER = ['page:catalog-sources', 'page:access', 'page:audit-log'];
const LAST = ['page:notifications', 'page:user-settings'];
// Reached from the pages they belong to.
const HIDDEN = [
  'page:catalog-import',
  'page:catalog-graph',
  'page:catalog/entity-check',
  'page:catalog/entity-errors',
];

const NAV_ID = 'navigatie';

/** Icons only: the setting "pin the sidebar" is off, and there is a sidebar. */
function useIsCollapsed() {
  const { isMobile, isPinned } = useSidebarPinState();
  return !isMobile && !isPinned;
}

function NavItem({ item, extra }: { item: NavContentNavItem; extra?: string }) {
  const title = useTitleTranslation()(item.title);
  const isCollapsed = useIsCollapsed();
  return (
    <li>
      <NavLink
        to={item.href}
        end={item.href === '/'}
        className={({ isActive }) =>
          isActive ? `${styles.item} ${styles.current}` : styles.item
        }
        title={isCollapsed ? title : undefined}
      >
        <span className={styles.icon} aria-hidden="true">
          {item.icon}
        </span>
        <span className={styles.label}>
          {title}
          {extra && ` ${extra}`}
        </span>
      </NavLink>
    </li>
  );
}

function SignOutButton() {
  const isCollapsed = useIsCollapsed();
  const { t } = useTranslationRef(appTranslationRef);
  const identityApi = useApi(identityApiRef);
  const errorApi = useApi(errorApiRef);
  return (
    <button
      type="button"
      className={styles.item}
      title={isCollapsed ? t('nav.signOut') : undefined}
      onClick={() =>
        identityApi.signOut().catch(error => errorApi.post(error as Error))
      }
    >
      <span className={styles.icon} aria-hidden="true">
        <SignOutIcon fontSize="inherit" />
      </span>
      <span className={styles.label}>{t('nav.signOut')}</span>
    </button>
  );
}

function Brand({ children }: { children: ReactNode }) {
  const { t } = useTranslationRef(appTranslationRef);
  const productName = useApi(configApiRef).getString('app.title');
  return (
    <header className={styles.brand}>
      <Link
        to="/"
        className={styles.product}
        aria-label={`${productName}: ${t('nav.home')}`}
      >
        <Logo className={styles.logo} />
        <span className={styles.label}>{productName}</span>
      </Link>
      {children}
    </header>
  );
}

/** The menu button of small screens: closes again on Escape and on leaving. */
function useMenu() {
  const [isOpen, setIsOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  useEffect(() => setIsOpen(false), [pathname]);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      buttonRef.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen]);
  return { isOpen, setIsOpen, buttonRef };
}

/**
 * The main navigation: beside the page, or behind a menu button above it.
 *
 * @internal
 */
export function Navigation({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const { isMobile } = useSidebarPinState();
  const isCollapsed = useIsCollapsed();
  const { isOpen, setIsOpen, buttonRef } = useMenu();
  const unread = useUnreadCount();
  // A copy: taking items changes the collection, and this renders more than once.
  const items = navItems.clone();
  const take = (ids: string[]) => ids.flatMap(id => items.take(id) ?? []);
  const first = take(FIRST);
  const after = take(AFTER);
  const last = take(LAST);
  take(HIDDEN);
  return (
    <div className={`${styles.root} ${isCollapsed ? styles.collapsed : ''}`}>
      <Brand>
        {isMobile && (
          <button
            ref={buttonRef}
            type="button"
            className={styles.menuButton}
            aria-expanded={isOpen}
            aria-controls={NAV_ID}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('nav.menu')}
          </button>
        )}
      </Brand>
      <nav
        id={NAV_ID}
        aria-label={t('nav.main')}
        className={styles.nav}
        hidden={isMobile && !isOpen}
      >
        <div>
          {!isCollapsed && (
            <div className={styles.search}>
              <SearchBox />
            </div>
          )}
          <ul>
            {[...first, ...items.rest(), ...after].map(item => (
              <NavItem key={item.node.spec.id} item={item} />
            ))}
          </ul>
        </div>
        <div className={styles.foot}>
          <ul>
            {last.map(item => (
              <NavItem
                key={item.node.spec.id}
                item={item}
                extra={
                  item.node.spec.id === 'page:notifications' && unread > 0
                    ? t('nav.unread', { count: unread })
                    : undefined
                }
              />
            ))}
            <li>
              <SignOutButton />
            </li>
          </ul>
          {!isCollapsed && <LanguageSwitch />}
        </div>
      </nav>
    </div>
  );
}
