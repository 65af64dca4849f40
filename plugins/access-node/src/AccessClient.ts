import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { PolicySnapshot } from '@nerds/plugin-access-common';
import type { AccessService, SignIn } from './AccessService';

/** Both questions stand between a person and the page: better an error than a long wait. */
const TIMEOUT_MS = 5_000;

/**
 * Asks the access plugin over HTTP, as the plugin that asks.
 *
 * @internal
 */
export class AccessClient implements AccessService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getPolicySnapshot(): Promise<PolicySnapshot> {
    return this.#request('GET', '/internal/policy-snapshot');
  }

  async recordSignIn(signIn: SignIn): Promise<{ teams: string[] }> {
    return this.#request('POST', '/internal/sign-ins', signIn);
  }

  async #request<T>(method: string, path: string, body?: SignIn): Promise<T> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('access'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'access',
      }),
    ]);
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined);
    if (!response?.ok) {
      throw new ServiceUnavailableError(
        `The access plugin did not answer ${path} (${
          response?.status ?? 'no connection'
        })`,
      );
    }
    return (await response.json()) as T;
  }
}
