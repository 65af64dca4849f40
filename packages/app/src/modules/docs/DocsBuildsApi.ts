import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  PortalHttpClient,
  type ClientOptions,
  type RequestOptions,
} from '@nerds/page-parts';

/** A build of documentation that somebody asked for. @internal */
export interface DocsBuild {
  id: string;
  state: 'running' | 'succeeded' | 'failed' | 'interrupted';
  /** Why it failed. */
  reason?: string;
  /** What it said until now. */
  log: string;
}

/**
 * Has documentation built again. Every method throws a `PortalApiError` for an
 * answer that is not a success.
 *
 * @internal
 */
export interface DocsBuildsApi {
  requestBuild(entityRef: string): Promise<DocsBuild>;
  getBuild(id: string, options?: RequestOptions): Promise<DocsBuild>;
}

/** @internal */
export const docsBuildsApiRef = createApiRef<DocsBuildsApi>().with({
  id: 'plugin.techdocs.builds',
  pluginId: 'techdocs',
});

/** {@link DocsBuildsApi} over HTTP. @internal */
export class DocsBuildsClient implements DocsBuildsApi {
  private readonly http: PortalHttpClient;

  constructor(options: ClientOptions) {
    this.http = new PortalHttpClient('techdocs', options);
  }

  async requestBuild(entityRef: string) {
    return this.http.request<DocsBuild>('/builds', {
      method: 'POST',
      body: { entityRef },
    });
  }

  async getBuild(id: string, options?: RequestOptions) {
    return this.http.request<DocsBuild>(
      `/builds/${encodeURIComponent(id)}`,
      options,
    );
  }
}
