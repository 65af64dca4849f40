import type {
  AppLanguageApi,
  DiscoveryApi,
  FetchApi,
} from '@backstage/frontend-plugin-api';
import type {
  Cluster,
  ClusterCheck,
  ClusterEvent,
  ClusterRequest,
  IssuedKubeconfig,
  KubeconfigRequest,
  MachineCredential,
  Problem,
  Region,
  Team,
  Tier,
} from '@nerds/plugin-free-tier-common';
import type {
  ClusterScope,
  FreeTierApi,
  FreeTierRequestOptions,
} from './FreeTierApi';
import { FreeTierApiError } from './FreeTierApiError';

interface Call extends FreeTierRequestOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
}

/** {@link FreeTierApi} over HTTP. @public */
export class FreeTierClient implements FreeTierApi {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;
  private readonly appLanguageApi: AppLanguageApi;

  constructor(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
    appLanguageApi: AppLanguageApi;
  }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
    this.appLanguageApi = options.appLanguageApi;
  }

  listTiers(options?: FreeTierRequestOptions) {
    return this.list<Tier>('/tiers', options);
  }

  listRegions(options?: FreeTierRequestOptions) {
    return this.list<Region>('/regions', options);
  }

  listTeams(options?: FreeTierRequestOptions) {
    return this.list<Team>('/teams', options);
  }

  listClusters(scope: ClusterScope, options?: FreeTierRequestOptions) {
    return this.list<Cluster>(`/clusters?scope=${scope}`, options);
  }

  getCluster(id: string, options?: FreeTierRequestOptions) {
    return this.request<Cluster>(clusterPath(id), options);
  }

  checkCluster(request: ClusterRequest, options?: FreeTierRequestOptions) {
    return this.request<ClusterCheck>('/cluster-checks', {
      ...options,
      method: 'POST',
      body: request,
    });
  }

  retryCluster(id: string) {
    return this.request<Cluster>(`${clusterPath(id)}/retries`, {
      method: 'POST',
    });
  }

  deleteCluster(id: string) {
    return this.request<Cluster>(clusterPath(id), { method: 'DELETE' });
  }

  listEvents(id: string, options?: FreeTierRequestOptions) {
    return this.list<ClusterEvent>(`${clusterPath(id)}/events`, options);
  }

  issueKubeconfig(id: string, request: KubeconfigRequest) {
    return this.request<IssuedKubeconfig>(`${clusterPath(id)}/kubeconfigs`, {
      method: 'POST',
      body: request,
    });
  }

  listMachineCredentials(id: string, options?: FreeTierRequestOptions) {
    return this.list<MachineCredential>(
      `${clusterPath(id)}/kubeconfigs`,
      options,
    );
  }

  async revokeMachineCredential(id: string, credentialId: string) {
    await this.request<void>(
      `${clusterPath(id)}/kubeconfigs/${encodeURIComponent(credentialId)}`,
      { method: 'DELETE' },
    );
  }

  private async list<T>(path: string, options?: FreeTierRequestOptions) {
    const { items } = await this.request<{ items: T[] }>(path, options);
    return items;
  }

  private async request<T>(path: string, call: Call = {}): Promise<T> {
    const baseUrl = await this.discoveryApi.getBaseUrl('free-tier');
    const { method = 'GET', body, signal } = call;
    const response = await this.fetchApi.fetch(`${baseUrl}/v1${path}`, {
      method,
      signal,
      headers: {
        Accept: 'application/json',
        'Accept-Language': this.appLanguageApi.getLanguage().language,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new FreeTierApiError(response.status, await readProblem(response));
    }
    return response.status === 204
      ? (undefined as T)
      : ((await response.json()) as T);
  }
}

function clusterPath(id: string): string {
  return `/clusters/${encodeURIComponent(id)}`;
}

/** A proxy in between may answer an HTML page; that is no problem document. */
async function readProblem(response: Response): Promise<Problem | undefined> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'detail' in body
      ? (body as Problem)
      : undefined;
  } catch {
    // Accepted loss: the status alone still tells the page what to show.
    return undefined;
  }
}
