import {
  CatalogClient,
  type CatalogRequestOptions,
  type QueryEntitiesRequest,
} from '@backstage/catalog-client';

// A server takes 16 kB of address and headers by default (Node.js), a proxy often
// 8 kB. With the signs that an address makes longer this stays well under it.
const MAX_FILTER_CHARACTERS = 2_000;

// The catalog sends a filter in the address unless there is a predicate beside
// it, and then the whole question in the body. Every entity has a kind.
const EVERY_ENTITY = { kind: { $exists: true } };

/**
 * The client of the catalog, which also takes a filter that does not fit in an
 * address: an organisation with hundreds of teams is a filter on all of them.
 *
 * @remarks Every next page goes the same way, for its cursor holds the filter.
 *
 * @internal
 */
export class LongFilterCatalogClient extends CatalogClient {
  async queryEntities(
    request: QueryEntitiesRequest = {},
    options?: CatalogRequestOptions,
  ) {
    const isLong =
      !('cursor' in request) &&
      !request.query &&
      JSON.stringify(request.filter ?? {}).length > MAX_FILTER_CHARACTERS;
    return super.queryEntities(
      isLong ? { ...request, query: EVERY_ENTITY } : request,
      options,
    );
  }
}
