import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  Cluster,
  ClusterCheck,
  ClusterRequest,
  Language,
} from '@nerds/plugin-free-tier-common';
import { toServiceError } from './toServiceError';

/** In whose name and how a call is made. @internal */
export interface FreeTierCall {
  /** Of the person who started the task: the API decides with that person's rights. */
  credentials: BackstageCredentials;
  /** Of the sentences in the answer. */
  language: Language;
  signal?: AbortSignal;
}

/** A kubeconfig as the API gives it to a machine, as far as it is used here. @internal */
export interface MachineAccess {
  id: string;
  kubeconfig: {
    clusters: {
      cluster: { server: string; 'certificate-authority-data'?: string };
    }[];
    users: { user: { token: string } }[];
    contexts: { context: { namespace: string } }[];
  };
}

/** One call of a healthy portal takes milliseconds. */
const TIMEOUT_MS = 30_000;

/**
 * The part of the free tier's API that the scaffolder needs.
 *
 * @remarks
 * Every method throws what {@link toServiceError} makes of a refusal; the
 * answer's body never gets into an error but for its sentences for people.
 * @internal
 */
export class FreeTierClient {
  private readonly auth: AuthService;
  private readonly discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.auth = options.auth;
    this.discovery = options.discovery;
  }

  /**
   * Asks for a cluster.
   *
   * @param idempotencyKey - the same key with the same request answers the same
   * cluster, however often it is sent; at most 64 characters
   */
  createCluster(
    request: ClusterRequest,
    idempotencyKey: string,
    call: FreeTierCall,
  ): Promise<Cluster> {
    return this.request<Cluster>('/clusters', call, {
      method: 'POST',
      headers: { 'Idempotency-Key': idempotencyKey },
      body: request,
    });
  }

  /** Would this request be accepted now? Makes nothing. */
  checkCluster(
    request: ClusterRequest,
    call: FreeTierCall,
  ): Promise<ClusterCheck> {
    return this.request<ClusterCheck>('/cluster-checks', call, {
      method: 'POST',
      body: request,
    });
  }

  getCluster(id: string, call: FreeTierCall): Promise<Cluster> {
    return this.request<Cluster>(`/clusters/${encodeURIComponent(id)}`, call);
  }

  /**
   * Access for a machine, with the rights of a tenant in this cluster alone.
   *
   * @throws what the API answers when the person may not connect to the cluster
   */
  issueMachineAccess(
    clusterId: string,
    request: { description: string; lifetimeSeconds: number },
    call: FreeTierCall,
  ): Promise<MachineAccess> {
    return this.request<MachineAccess>(
      `/clusters/${encodeURIComponent(clusterId)}/kubeconfigs`,
      call,
      { method: 'POST', body: { ...request, kind: 'machine' } },
    );
  }

  revokeMachineAccess(
    clusterId: string,
    id: string,
    call: FreeTierCall,
  ): Promise<void> {
    const cluster = encodeURIComponent(clusterId);
    return this.request<void>(
      `/clusters/${cluster}/kubeconfigs/${encodeURIComponent(id)}`,
      call,
      { method: 'DELETE' },
    );
  }

  private async request<T>(
    path: string,
    call: FreeTierCall,
    options: {
      method?: 'GET' | 'POST' | 'DELETE';
      headers?: Record<string, string>;
      body?: unknown;
    } = {},
  ): Promise<T> {
    const baseUrl = await this.discovery.getBaseUrl('free-tier');
    // a token of this kind lives for minutes only, so each call gets its own
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: call.credentials,
      targetPluginId: 'free-tier',
    });
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await this.fetch(`${baseUrl}/v1${path}`, call, {
      method: options.method ?? 'GET',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      headers: {
        ...options.headers,
        Accept: 'application/json',
        'Accept-Language': call.language,
        Authorization: `Bearer ${token}`,
        ...(options.body === undefined
          ? {}
          : { 'Content-Type': 'application/json' }),
      },
      body:
        options.body === undefined ? undefined : JSON.stringify(options.body),
    });
    if (!response.ok) {
      throw await toServiceError(response, call.language);
    }
    // 204: there is nothing to read
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async fetch(
    url: string,
    call: FreeTierCall,
    init: RequestInit,
  ): Promise<Response> {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (call.signal?.aborted) throw error;
      // No answer at all: refused, reset or too slow. The cause names addresses
      // of the portal's inside, which are not for the log of a task.
      throw await toServiceError(undefined, call.language);
    }
  }
}
