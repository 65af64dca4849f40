import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * The portal's own texts, outside the plugins: English are the default messages
 * of the ref, Dutch is loaded when it is chosen.
 *
 * @internal
 */
export const appTranslationRef = createTranslationRef({
  id: 'nerds-app',
  messages,
  translations: {
    nl: () => import('./translations/nl'),
  },
});
