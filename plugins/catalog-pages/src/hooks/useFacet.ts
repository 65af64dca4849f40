import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef, useEntityList } from '@backstage/plugin-catalog-react';
import { useResource } from '@nerds/page-parts';
import { useCallback } from 'react';

/**
 * Which values a field has among the entities of the chosen kind, and how often;
 * nothing until that is known.
 *
 * @param path - field of an entity
 * @internal
 */
export function useFacet(path: string): Map<string, number> | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { filters } = useEntityList();
  const kind = filters.kind?.value;
  const load = useCallback(async () => {
    const { facets } = await catalogApi.getEntityFacets({
      facets: [path],
      filter: kind ? { kind } : {},
    });
    return new Map(
      (facets[path] ?? []).map(({ value, count }) => [value, count]),
    );
  }, [catalogApi, kind, path]);
  return useResource(load).value;
}
