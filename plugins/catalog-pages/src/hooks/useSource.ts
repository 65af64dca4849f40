import {
  appLanguageApiRef,
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  isPortalApiError,
  PortalHttpClient,
  useResource,
  type Resource,
} from '@nerds/page-parts';
import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import { useCallback } from 'react';

/**
 * How fresh a source of the catalog is; nothing when there is no such source, or
 * it is configured no more.
 *
 * @internal
 */
export function useSource(
  id: string | undefined,
): Resource<CatalogSource | undefined> {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const appLanguageApi = useApi(appLanguageApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      if (!id) return undefined;
      const options = { discoveryApi, fetchApi, appLanguageApi };
      try {
        return await new PortalHttpClient(
          'catalog-sources',
          options,
        ).request<CatalogSource>(`/sources/${encodeURIComponent(id)}`, {
          signal,
        });
      } catch (error) {
        if (isPortalApiError(error) && error.status === 404) return undefined;
        throw error;
      }
    },
    [id, discoveryApi, fetchApi, appLanguageApi],
  );
  return useResource(load);
}
