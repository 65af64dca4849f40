import { createApiRef } from '@backstage/frontend-plugin-api';
import type { RequestOptions } from '@nerds/page-parts';
import type {
  CatalogSource,
  SourceRun,
  SourceRunDetails,
} from '@nerds/plugin-catalog-sources-common';

/**
 * The sources of the catalog. Every method throws a `PortalApiError` for an
 * answer that is not a success.
 *
 * @public
 */
export interface CatalogSourcesApi {
  listSources(
    options?: RequestOptions,
  ): Promise<{ items: CatalogSource[]; isComplete: boolean }>;
  getSource(id: string, options?: RequestOptions): Promise<CatalogSource>;
  listRuns(sourceId: string, options?: RequestOptions): Promise<SourceRun[]>;
  getRun(
    id: string,
    cursor?: string,
    options?: RequestOptions,
  ): Promise<SourceRunDetails>;
  requestRun(sourceId: string): Promise<void>;
}

/** @public */
export const catalogSourcesApiRef = createApiRef<CatalogSourcesApi>().with({
  id: 'plugin.catalog-sources.api',
  pluginId: 'catalog-sources',
});
