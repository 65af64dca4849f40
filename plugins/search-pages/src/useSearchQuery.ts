import {
  MAX_QUERY_LENGTH,
  SEARCH_CATEGORIES,
  type SearchCategory,
} from '@nerds/plugin-search-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { SearchQuery } from './api';

/** Address of a search, for links. @internal */
export function toSearchPath(query: Partial<SearchQuery>): string {
  const parameters = new URLSearchParams({
    ...(query.query && { query: query.query }),
    ...(query.category && { category: query.category }),
    ...(query.page && query.page > 1 && { page: String(query.page) }),
  });
  return `/search?${parameters}`;
}

/** What the address asks for; what it cannot ask for is left out. @internal */
export function useSearchQuery(): SearchQuery {
  const [parameters] = useSearchParams();
  const query = (parameters.get('query') ?? '')
    .trim()
    .slice(0, MAX_QUERY_LENGTH);
  const category = SEARCH_CATEGORIES.find(
    (known): known is SearchCategory => known === parameters.get('category'),
  );
  const page = Math.max(1, Math.floor(Number(parameters.get('page'))) || 1);
  return useMemo(() => ({ query, category, page }), [query, category, page]);
}
