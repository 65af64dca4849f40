import {
  createTranslationResource,
  type TranslationResource,
} from '@backstage/frontend-plugin-api';
import { coreComponentsTranslationRef } from '@backstage/core-components';
import { apiDocsTranslationRef } from '@backstage/plugin-api-docs';
import { catalogTranslationRef } from '@backstage/plugin-catalog';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';
import { catalogImportTranslationRef } from '@backstage/plugin-catalog-import';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';
import { homeTranslationRef } from '@backstage/plugin-home';
import { homeReactTranslationRef } from '@backstage/plugin-home-react';
import { kubernetesTranslationRef } from '@backstage/plugin-kubernetes';
import { kubernetesReactTranslationRef } from '@backstage/plugin-kubernetes-react';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';
import { orgTranslationRef } from '@backstage/plugin-org';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react';
import { searchTranslationRef } from '@backstage/plugin-search';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

/**
 * The Dutch texts of every part of Backstage that can be translated. The
 * browser loads them when the language becomes Dutch, not before.
 *
 * @remarks
 * Each one is complete, so a text that Backstage adds fails the type check, and
 * a whole new set of texts fails the test next to this file.
 *
 * @internal
 */
export const dutchResources: TranslationResource[] = [
  createTranslationResource({
    ref: coreComponentsTranslationRef,
    translations: { nl: () => import('./nl/core-components') },
  }),
  createTranslationResource({
    ref: apiDocsTranslationRef,
    translations: { nl: () => import('./nl/api-docs') },
  }),
  createTranslationResource({
    ref: catalogTranslationRef,
    translations: { nl: () => import('./nl/catalog') },
  }),
  createTranslationResource({
    ref: catalogGraphTranslationRef,
    translations: { nl: () => import('./nl/catalog-graph') },
  }),
  createTranslationResource({
    ref: catalogImportTranslationRef,
    translations: { nl: () => import('./nl/catalog-import') },
  }),
  createTranslationResource({
    ref: catalogReactTranslationRef,
    translations: { nl: () => import('./nl/catalog-react') },
  }),
  createTranslationResource({
    ref: homeTranslationRef,
    translations: { nl: () => import('./nl/home') },
  }),
  createTranslationResource({
    ref: homeReactTranslationRef,
    translations: { nl: () => import('./nl/home-react') },
  }),
  createTranslationResource({
    ref: kubernetesTranslationRef,
    translations: { nl: () => import('./nl/kubernetes') },
  }),
  createTranslationResource({
    ref: kubernetesReactTranslationRef,
    translations: { nl: () => import('./nl/kubernetes-react') },
  }),
  createTranslationResource({
    ref: notificationsTranslationRef,
    translations: { nl: () => import('./nl/plugin.notifications') },
  }),
  createTranslationResource({
    ref: orgTranslationRef,
    translations: { nl: () => import('./nl/org') },
  }),
  createTranslationResource({
    ref: scaffolderTranslationRef,
    translations: { nl: () => import('./nl/scaffolder') },
  }),
  createTranslationResource({
    ref: scaffolderReactTranslationRef,
    translations: { nl: () => import('./nl/scaffolder-react') },
  }),
  createTranslationResource({
    ref: searchTranslationRef,
    translations: { nl: () => import('./nl/search') },
  }),
  createTranslationResource({
    ref: searchReactTranslationRef,
    translations: { nl: () => import('./nl/search-react') },
  }),
  createTranslationResource({
    ref: techdocsTranslationRef,
    translations: { nl: () => import('./nl/techdocs') },
  }),
  createTranslationResource({
    ref: userSettingsTranslationRef,
    translations: { nl: () => import('./nl/user-settings') },
  }),
];
