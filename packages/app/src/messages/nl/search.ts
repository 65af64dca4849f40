import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchTranslationRef } from '@backstage/plugin-search';

/** The Dutch messages of `search`. */
export default createTranslationMessages({
  ref: searchTranslationRef,
  full: true,
  messages: {
    'searchModal.viewFullResults': 'Alle resultaten bekijken',
    'searchType.allResults': 'Alle resultaten',
    'searchType.tabs.allTitle': 'Alle',
    'searchType.accordion.allTitle': 'Alle',
    'searchType.accordion.collapse': 'Inklappen',
    'searchType.accordion.numberOfResults': '{{number}} resultaten',
    'sidebarSearchModal.title': 'Zoeken',
  },
});
