import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * Every text of the search page. English are the default messages of the ref;
 * Dutch, the default language of the portal, is loaded when it is chosen.
 * @public
 */
export const searchTranslationRef = createTranslationRef({
  id: 'plugin.search-pages',
  messages,
  translations: {
    nl: () => import('./translations/nl'),
  },
});
