import { createApiRef } from '@backstage/frontend-plugin-api';
import type { RequestOptions } from '@nerds/page-parts';
import type {
  SearchAnswer,
  SearchCategory,
  ZeroResult,
} from '@nerds/plugin-search-common';

/** What somebody searches for. @internal */
export interface SearchQuery {
  query: string;
  category?: SearchCategory;
  /** From 1. */
  page: number;
}

/** Asks the search API of the portal. @internal */
export interface PortalSearchApi {
  search(query: SearchQuery, options?: RequestOptions): Promise<SearchAnswer>;
  /** What was searched for in vain in the last 30 days, most asked first. */
  listZeroResults(options?: RequestOptions): Promise<ZeroResult[]>;
}

/** @internal */
export const portalSearchApiRef = createApiRef<PortalSearchApi>({
  id: 'plugin.search.portal',
});
