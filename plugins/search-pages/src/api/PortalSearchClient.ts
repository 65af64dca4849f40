import {
  PortalHttpClient,
  type ClientOptions,
  type RequestOptions,
} from '@nerds/page-parts';
import type { SearchAnswer, ZeroResult } from '@nerds/plugin-search-common';
import type { PortalSearchApi, SearchQuery } from './PortalSearchApi';

/** {@link PortalSearchApi} over HTTP. @internal */
export class PortalSearchClient implements PortalSearchApi {
  readonly #client: PortalHttpClient;

  constructor(options: ClientOptions) {
    this.#client = new PortalHttpClient('search', options);
  }

  async search(
    { query, category, page }: SearchQuery,
    options?: RequestOptions,
  ): Promise<SearchAnswer> {
    const parameters = new URLSearchParams({
      q: query,
      ...(category && { category }),
      page: String(page),
    });
    return this.#client.request(`/results?${parameters}`, options);
  }

  async listZeroResults(options?: RequestOptions): Promise<ZeroResult[]> {
    return this.#client.list('/zero-results', options);
  }
}
