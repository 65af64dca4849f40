import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * Every text of this plugin. English are the default messages of the ref;
 * Dutch, the default language of the portal, is loaded when it is chosen.
 * @public
 */
export const catalogSourcesTranslationRef = createTranslationRef({
  id: 'plugin.catalog-sources',
  messages,
  translations: {
    nl: () => import('./translations/nl'),
  },
});
