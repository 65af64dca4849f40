import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef, useEntityList } from '@backstage/plugin-catalog-react';
import { useResource } from '@nerds/page-parts';
import { useCallback } from 'react';
import { getCatalogLoaders, type FacetCounts } from './catalogLoaders';

/**
 * Which values a field has among the entities of the chosen kind, and how often;
 * nothing until that is known.
 *
 * @param path - field of an entity
 * @internal
 */
export function useFacet(path: string): FacetCounts | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { filters } = useEntityList();
  const kind = filters.kind?.value;
  const load = useCallback(
    () => getCatalogLoaders(catalogApi).facets.load({ kind, path }),
    [catalogApi, kind, path],
  );
  return useResource(load).value;
}
