import { ForgeError } from '../errors';

/** One call of a healthy forge takes milliseconds; making a repository a second or two. */
const TIMEOUT_MS = 30_000;

/** @internal */
export interface ForgeApiOptions {
  /** Base of the API, without a slash at its end. */
  apiUrl: string;
  host: string;
  organization: string;
  /** Headers that say who the portal is; asked for each call, a token may be short-lived. */
  getHeaders: () => Promise<Record<string, string>>;
}

/**
 * The HTTP API of a forge. Redirects are not followed: the credentials are for
 * this host alone.
 * @internal
 */
export class ForgeApi {
  constructor(private readonly options: ForgeApiOptions) {}

  /** @returns undefined when there is no such thing */
  async find<T>(path: string, signal?: AbortSignal): Promise<T | undefined> {
    const response = await this.send('GET', path, undefined, signal);
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    return this.parse<T>(response);
  }

  async create(
    path: string,
    body: unknown,
    signal?: AbortSignal,
  ): Promise<{ conflict: boolean }> {
    const response = await this.send('POST', path, body, signal);
    if (response.status === 409) {
      await response.body?.cancel();
      return { conflict: true };
    }
    await this.parse(response);
    return { conflict: false };
  }

  /**
   * Connects two things that exist.
   *
   * @returns false when one of them does not, or it is not allowed
   */
  async connect(path: string, signal?: AbortSignal): Promise<boolean> {
    const response = await this.send('PUT', path, undefined, signal);
    // 422: an earlier attempt did it
    const isConnected = response.ok || response.status === 422;
    if (!isConnected && ![403, 404].includes(response.status)) {
      await this.parse(response);
    }
    await response.body?.cancel();
    return isConnected;
  }

  private async send(
    method: string,
    path: string,
    body: unknown,
    signal?: AbortSignal,
  ): Promise<Response> {
    const { apiUrl, host, getHeaders } = this.options;
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await fetch(`${apiUrl}${path}`, {
        method,
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        headers: {
          ...(await getHeaders()),
          Accept: 'application/json',
          'Content-Type': 'application/json',
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      // the cause may hold addresses, which are not for the log of a task
      throw new ForgeError('unreachable', { host }, true);
    }
  }

  private async parse<T>(response: Response): Promise<T> {
    const { host, organization } = this.options;
    const { status } = response;
    if (response.ok) return (await response.json()) as T;
    await response.body?.cancel();
    if (status === 401 || status === 403) {
      throw new ForgeError('refused', { host, organization, status }, false);
    }
    throw new ForgeError(
      'status',
      { host, status },
      status === 429 || status >= 500,
    );
  }
}
