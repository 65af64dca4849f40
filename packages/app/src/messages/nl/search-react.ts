import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';

/** The Dutch messages of `search-react`. */
export default createTranslationMessages({
  ref: searchReactTranslationRef,
  full: true,
  messages: {
    'searchBar.title': 'Zoeken',
    'searchBar.placeholder': 'Zoeken in {{org}}',
    'searchBar.clearButtonTitle': 'Wissen',
    'searchFilter.allOptionTitle': 'Alle',
    'searchPagination.limitLabel': 'Resultaten per pagina:',
    'searchPagination.limitText': 'van {{num}}',
    noResultsDescription: 'Er zijn geen resultaten gevonden',
    'searchResultGroup.linkTitle': 'Alles bekijken',
    'searchResultGroup.addFilterButtonTitle': 'Filter toevoegen',
    'searchResultPager.previous': 'Vorige',
    'searchResultPager.next': 'Volgende',
  },
});
