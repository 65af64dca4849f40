import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import type {
  CredentialOrigin,
  MachineAccessService,
} from './MachineAccessService';

const TIMEOUT_MS = 5_000;

/**
 * Asks the machine access plugin over HTTP, as the plugin that asks.
 *
 * @internal
 */
export class MachineAccessClient implements MachineAccessService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getScope(principal: string): Promise<MachineScope | undefined> {
    const response = await this.#request(
      'GET',
      `/internal/scopes/${encodeURIComponent(principal)}`,
    );
    if (response.status === 404) return undefined;
    return readScope(response);
  }

  async verifyCredential(
    credential: string,
    origin: CredentialOrigin,
  ): Promise<MachineScope> {
    const response = await this.#request('POST', '/internal/verifications', {
      credential,
      ...origin,
    });
    if (response.status === 404) {
      throw new AuthenticationError(
        'The token is unknown, has expired or was revoked',
      );
    }
    return readScope(response);
  }

  async #request(
    method: string,
    path: string,
    body?: Record<string, string | undefined>,
  ): Promise<Response> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('machine-access'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'machine-access',
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
    if (!response) throw buildUnavailableError('no connection');
    return response;
  }
}

async function readScope(response: Response): Promise<MachineScope> {
  if (!response.ok) throw buildUnavailableError(response.status);
  return (await response.json()) as MachineScope;
}

function buildUnavailableError(why: string | number) {
  return new ServiceUnavailableError(
    `The machine access plugin did not answer (${why})`,
  );
}
