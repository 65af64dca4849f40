import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { z } from 'zod';
import { SourceError } from '../domain/SourceError';
import type { Caller } from '../services/Caller';

/** Several of these stand between a person and the page. */
const TIMEOUT_MS = 5_000;

/**
 * Calls the API of another plugin of the portal on behalf of a person.
 *
 * @internal
 */
export class PortalApiClient {
  constructor(
    private readonly options: {
      pluginId: string;
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {}

  /** @throws SourceError when there is no answer, or not the one that is expected */
  async get<T extends z.ZodType>(
    path: string,
    schema: T,
    caller: Caller,
  ): Promise<z.output<T>> {
    const response = await this.#request('GET', path, caller);
    const body: unknown = await response.json().catch(() => undefined);
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    throw new SourceError(
      'unavailable',
      `${this.options.pluginId} answered ${path} in an unknown form: ${result.error.message}`,
    );
  }

  /** @throws SourceError when it may still be there */
  async delete(path: string, caller: Caller): Promise<void> {
    await this.#request('DELETE', path, caller);
  }

  async #request(
    method: string,
    path: string,
    caller: Caller,
  ): Promise<Response> {
    const { pluginId, auth, discovery } = this.options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl(pluginId),
      auth.getPluginRequestToken({
        onBehalfOf: caller.credentials,
        targetPluginId: pluginId,
      }),
    ]);
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: Error) => error);
    const what = `${method} ${path} of ${pluginId}`;
    if (response instanceof Error) {
      throw new SourceError('unavailable', `${what}: ${response.message}`);
    }
    if (response.ok) return response;
    const reason = { 401: 'forbidden', 403: 'forbidden', 404: 'gone' } as const;
    throw new SourceError(
      reason[response.status as keyof typeof reason] ?? 'unavailable',
      `${what}: ${response.status}`,
    );
  }
}
