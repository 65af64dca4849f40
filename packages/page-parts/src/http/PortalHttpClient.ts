import type {
  AppLanguageApi,
  DiscoveryApi,
  FetchApi,
} from '@backstage/frontend-plugin-api';
import { PortalApiError, type Problem } from './PortalApiError';

/** Options of every call. @public */
export interface RequestOptions {
  /** Aborts the call, for example when the page is left. */
  signal?: AbortSignal;
}

/** What the clients need from the app. @public */
export interface ClientOptions {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  appLanguageApi: AppLanguageApi;
}

interface Call extends RequestOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
}

/** Calls one of the portal's own APIs, in the language of the person. @public */
export class PortalHttpClient {
  /** @param pluginId - whose API */
  constructor(
    private readonly pluginId: string,
    private readonly options: ClientOptions,
  ) {}

  async list<T>(path: string, options?: RequestOptions): Promise<T[]> {
    const { items } = await this.request<{ items: T[] }>(path, options);
    return items;
  }

  /** @throws {@link PortalApiError} when the answer is not a success */
  async request<T>(path: string, call: Call = {}): Promise<T> {
    const { discoveryApi, fetchApi, appLanguageApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl(this.pluginId);
    const { method = 'GET', body, signal } = call;
    const response = await fetchApi.fetch(`${baseUrl}/v1${path}`, {
      method,
      signal,
      headers: {
        Accept: 'application/json',
        'Accept-Language': appLanguageApi.getLanguage().language,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new PortalApiError(response.status, await readProblem(response));
    }
    // 202 and 204 have no body
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
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
