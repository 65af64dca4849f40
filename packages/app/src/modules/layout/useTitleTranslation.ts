import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { appTranslationRef } from '../../translation';

// Titles of pages are plain strings in the plugins (backstage#34139), so the
// English one is the key.
const TITLE_KEYS = {
  APIs: 'titles.apis',
  Access: 'titles.access',
  Actions: 'titles.actions',
  'Audit log': 'titles.auditLog',
  'Catalog check': 'titles.catalogCheck',
  'Catalog errors': 'titles.catalogErrors',
  'Catalog sources': 'titles.catalogSources',
  Catalog: 'titles.catalog',
  'Catalog Graph': 'titles.catalogGraph',
  'Catalog Import': 'titles.catalogImport',
  Clusters: 'titles.clusters',
  Create: 'titles.create',
  Docs: 'titles.docs',
  Documentation: 'titles.docs',
  General: 'titles.general',
  Home: 'titles.home',
  Notifications: 'titles.notifications',
  'Register Existing Component': 'titles.catalogImport',
  'Register an existing component': 'titles.catalogImport',
  Search: 'titles.search',
  Settings: 'titles.settings',
  Tasks: 'titles.tasks',
  'Template Editor': 'titles.templateEditor',
  Templates: 'titles.templates',
  'Templating Extensions': 'titles.templatingExtensions',
} as const;

/**
 * Translates the title of a page or tab of a plugin.
 *
 * @returns a function that gives back a title it does not know as it is
 * @internal
 */
export function useTitleTranslation(): (title: string) => string {
  const { t } = useTranslationRef(appTranslationRef);
  return useCallback(
    title =>
      Object.hasOwn(TITLE_KEYS, title)
        ? t(TITLE_KEYS[title as keyof typeof TITLE_KEYS])
        : title,
    [t],
  );
}
