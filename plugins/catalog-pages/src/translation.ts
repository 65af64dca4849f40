import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * Every text of this module. English are the default messages of the ref; Dutch,
 * the default language of the portal, is loaded when it is chosen.
 *
 * @public
 */
export const catalogPagesTranslationRef = createTranslationRef({
  id: 'plugin.catalog-pages',
  messages,
  translations: {
    nl: () => import('./translations/nl'),
  },
});
