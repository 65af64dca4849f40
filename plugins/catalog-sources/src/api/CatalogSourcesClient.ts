import {
  PortalHttpClient,
  type ClientOptions,
  type RequestOptions,
} from '@nerds/page-parts';
import type {
  CatalogSource,
  SourceRun,
  SourceRunDetails,
} from '@nerds/plugin-catalog-sources-common';
import type { CatalogSourcesApi } from './CatalogSourcesApi';

/** {@link CatalogSourcesApi} over HTTP. @public */
export class CatalogSourcesClient implements CatalogSourcesApi {
  private readonly http: PortalHttpClient;

  constructor(options: ClientOptions) {
    this.http = new PortalHttpClient('catalog-sources', options);
  }

  async listSources(options?: RequestOptions) {
    return this.http.request<{ items: CatalogSource[]; isComplete: boolean }>(
      '/sources',
      options,
    );
  }

  async getSource(id: string, options?: RequestOptions) {
    return this.http.request<CatalogSource>(toPath(id), options);
  }

  async listRuns(sourceId: string, options?: RequestOptions) {
    return this.http.list<SourceRun>(`${toPath(sourceId)}/runs`, options);
  }

  async getRun(id: string, cursor?: string, options?: RequestOptions) {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    return this.http.request<SourceRunDetails>(
      `/runs/${encodeURIComponent(id)}${query}`,
      options,
    );
  }

  async requestRun(sourceId: string) {
    await this.http.request<void>(`${toPath(sourceId)}/runs`, {
      method: 'POST',
    });
  }
}

function toPath(sourceId: string): string {
  return `/sources/${encodeURIComponent(sourceId)}`;
}
