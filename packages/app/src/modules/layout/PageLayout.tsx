import {
  BreadcrumbEntry,
  type PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { NavLink, useResolvedPath } from 'react-router-dom';
import { DocumentTitle } from './DocumentTitle';
import styles from './PageLayout.module.css';
import { useTitleTranslation } from './useTitleTranslation';

/**
 * The pages of a plugin. Links and not tabs: each has an address of its own, and
 * the tabs of the design system point at panels that are not there.
 */
function SubPages(props: {
  title: string;
  tabs: { label: string; href: string }[];
}) {
  return (
    <nav aria-label={props.title} className={styles.subPages}>
      <ul>
        {props.tabs.map(tab => (
          <li key={tab.href}>
            <NavLink
              to={tab.href}
              className={({ isActive }) =>
                isActive ? styles.current : undefined
              }
            >
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The header of a page with its tabs, as Backstage draws it, in the language of
 * the person.
 *
 * @internal
 */
export function PageLayout(props: PageLayoutProps) {
  const { title = '', icon, noHeader, titleLink, headerActions, tabs } = props;
  const translateTitle = useTitleTranslation();
  const pageTitle = translateTitle(title);
  const parentPath = useResolvedPath('.').pathname.replace(/\/$/, '');
  const subPages = (tabs ?? []).map(tab => ({
    label: translateTitle(tab.label),
    href: tab.href.startsWith('/')
      ? tab.href
      : `${parentPath}/${tab.href}`.replace(/\/{2,}/g, '/'),
  }));
  const breadcrumbs = useBreadcrumbEntries().items.map(item => ({
    ...item,
    label: translateTitle(item.label),
  }));
  const documentTitle = pageTitle && <DocumentTitle title={pageTitle} />;
  if (noHeader) {
    return (
      <>
        {documentTitle}
        {props.children}
      </>
    );
  }
  const content = (
    <>
      {documentTitle}
      <PluginHeader
        title={pageTitle}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={breadcrumbs}
        customActions={headerActions}
      />
      {/* one page needs no choice */}
      {subPages.length > 1 && <SubPages title={pageTitle} tabs={subPages} />}
      {props.children}
    </>
  );
  return title ? (
    <BreadcrumbEntry
      entry={{ label: title, href: titleLink ?? (parentPath || '/') }}
    >
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}
