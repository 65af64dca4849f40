import {
  BreadcrumbEntry,
  type PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useMemo } from 'react';
import { useResolvedPath } from 'react-router-dom';
import { DocumentTitle } from './DocumentTitle';
import { useTitleTranslation } from './useTitleTranslation';

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
  const resolvedTabs = useMemo(
    () =>
      tabs?.map(tab => ({
        ...tab,
        label: translateTitle(tab.label),
        href: tab.href.startsWith('/')
          ? tab.href
          : `${parentPath}/${tab.href}`.replace(/\/{2,}/g, '/'),
        matchStrategy: 'prefix' as const,
      })),
    [tabs, parentPath, translateTitle],
  );
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
        tabs={resolvedTabs}
        customActions={headerActions}
      />
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
