import { request } from 'undici';
import type { KubernetesObject } from '../domain/KubernetesObject';
import type { KubeconfigConnection } from './KubeconfigConnection';
import { isApiError, KubernetesApiError } from './KubernetesApiError';
import { buildCollectionPath, buildObjectPath } from './resourcePaths';
import { withRetries } from './withRetries';

/** Owner of the fields the portal sets; must never change, or old fields stay behind. */
const FIELD_MANAGER = 'nerds-portal';

// Longer than the API server's longest step of its own, counting a quota (10 s).
const TIMEOUT_MS = 12_000;
const RETRY_BUDGET_MS = 15_000;

/** @internal */
export interface KubernetesRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  contentType?: string;
  /** Of one attempt, in milliseconds; 12 s by default. */
  timeoutMs?: number;
  /** `0`: one attempt only. */
  retryBudgetMs?: number;
  signal?: AbortSignal;
}

/** @internal */
export interface KubernetesApiClientOptions {
  /** Ends everything that runs, for example when the portal stops. */
  signal?: AbortSignal;
  timeoutMs?: number;
  retryBudgetMs?: number;
}

/**
 * Talks to one API server: time limit, retries and one pool of connections.
 *
 * @remarks
 * Throws {@link KubernetesApiError} for an answer that is an error, and what
 * the network throws; `toServiceError` makes our own errors of both.
 *
 * @internal
 */
export class KubernetesApiClient {
  constructor(
    private readonly connection: KubeconfigConnection,
    private readonly options: KubernetesApiClientOptions = {},
  ) {}

  /** One object. */
  async get<T>(object: Identity): Promise<T> {
    return this.request<T>({ method: 'GET', path: buildObjectPath(object) });
  }

  /** Makes it; 409 `AlreadyExists` when it is there, also when an earlier attempt's answer was lost. */
  async create<T>(object: KubernetesObject): Promise<T> {
    return this.request<T>({
      method: 'POST',
      path: buildCollectionPath(object),
      query: { fieldManager: FIELD_MANAGER },
      body: object,
    });
  }

  /**
   * Server-side apply: makes it, or sets our fields back; no write when they
   * are right already.
   *
   * @remarks
   * Forced, because our fields are ours whoever else wrote them. With a `uid`
   * in the metadata it only ever changes that object (409 otherwise).
   */
  async apply<T>(object: KubernetesObject): Promise<T> {
    return this.request<T>({
      method: 'PATCH',
      path: buildObjectPath(object),
      query: { fieldManager: FIELD_MANAGER, force: 'true' },
      contentType: 'application/apply-patch+yaml',
      body: object,
    });
  }

  /** Deletes it; absent, or another than `uid` by now, is success. */
  async delete(object: Identity, uid?: string): Promise<void> {
    try {
      await this.request({
        method: 'DELETE',
        path: buildObjectPath(object),
        ...(uid && { body: { preconditions: { uid } } }),
      });
    } catch (error) {
      const isOther = uid !== undefined && isApiError(error, 409, 'Conflict');
      if (!isApiError(error, 404) && !isOther) {
        throw error;
      }
    }
  }

  /** Deletes all of a kind that the selectors match. */
  async deleteCollection(
    object: Pick<KubernetesObject, 'apiVersion' | 'kind'> & {
      metadata: { namespace: string };
    },
    selectors: { labelSelector: string; fieldSelector?: string },
  ): Promise<void> {
    try {
      await this.request({
        method: 'DELETE',
        path: buildCollectionPath(object),
        query: { ...selectors },
      });
    } catch (error) {
      if (!isApiError(error, 404)) {
        throw error;
      }
    }
  }

  async request<T>(options: KubernetesRequest): Promise<T> {
    const signal = anySignal(options.signal, this.options.signal);
    return withRetries(() => this.#attempt<T>(options, signal), {
      budgetMs:
        options.retryBudgetMs ?? this.options.retryBudgetMs ?? RETRY_BUDGET_MS,
      retryConflict: options.method === 'PATCH',
      signal,
    });
  }

  async #attempt<T>(
    options: KubernetesRequest,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    signal?.throwIfAborted();
    const connection = await this.connection.getParameters();
    const timeoutMs = options.timeoutMs ?? this.options.timeoutMs ?? TIMEOUT_MS;
    const response = await request(`${connection.server}${options.path}`, {
      method: options.method,
      query: options.query,
      dispatcher: connection.dispatcher,
      headers: {
        ...connection.headers,
        accept: 'application/json',
        'user-agent': FIELD_MANAGER,
        ...(options.body !== undefined && {
          'content-type': options.contentType ?? 'application/json',
        }),
      },
      body:
        options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: anySignal(AbortSignal.timeout(timeoutMs), signal),
    });
    const text = await response.body.text();
    if (response.statusCode >= 300) {
      const retryAfter = response.headers['retry-after'];
      throw new KubernetesApiError(
        response.statusCode,
        text,
        typeof retryAfter === 'string' ? retryAfter : undefined,
      );
    }
    return parseAnswer<T>(response.headers['content-type'], text);
  }
}

type Identity = Pick<KubernetesObject, 'apiVersion' | 'kind'> & {
  metadata: { name: string; namespace?: string };
};

function parseAnswer<T>(
  contentType: string | string[] | undefined,
  text: string,
): T {
  // The health endpoints answer with plain text.
  return (
    String(contentType).startsWith('application/json') ? JSON.parse(text) : text
  ) as T;
}

function anySignal(
  ...signals: (AbortSignal | undefined)[]
): AbortSignal | undefined {
  const present = signals.filter(signal => signal !== undefined);
  return present.length > 1 ? AbortSignal.any(present) : present[0];
}
