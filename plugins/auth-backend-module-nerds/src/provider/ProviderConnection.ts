import type { LoggerService } from '@backstage/backend-plugin-api';
import { custom, Issuer, type Client } from 'openid-client';
import type { OidcOptions } from '../config';
import { SignInError } from '../SignInError';

type ConnectionOptions = Pick<
  OidcOptions,
  | 'issuer'
  | 'metadataUrl'
  | 'clientId'
  | 'clientSecret'
  | 'tokenEndpointAuthMethod'
  | 'idTokenAlgorithm'
  | 'ca'
  | 'timeoutMs'
  | 'clockToleranceMs'
>;

/** A provider that answered, or did not, this shortly ago is there, or is not. */
const ALIVE_MS = 5_000;

/**
 * The provider as its discovery document describes it.
 *
 * @remarks
 * The document is read when the portal starts, and again at every sign-in until
 * that has worked: a provider that is down when the portal starts must not
 * need a second start of the portal.
 *
 * @internal
 */
export class ProviderConnection {
  readonly #options: ConnectionOptions;
  readonly #redirectUri: string;
  readonly #logger: LoggerService;
  #client: Promise<Client> | undefined;
  #aliveAt = 0;
  #downUntil = 0;

  constructor(options: {
    provider: ConnectionOptions;
    redirectUri: string;
    logger: LoggerService;
  }) {
    this.#options = options.provider;
    this.#redirectUri = options.redirectUri;
    this.#logger = options.logger;
  }

  /** Tries once, so that a wrong address is in the log before somebody signs in. */
  warmUp(): void {
    this.getClient().catch(() => {
      // logged where it failed, and tried again by who signs in
    });
  }

  /** @throws {@link SignInError} `provider-unavailable` when the document cannot be had */
  async getClient(): Promise<Client> {
    if (Date.now() < this.#downUntil) {
      throw new SignInError('provider-unavailable', 'it was down just now');
    }
    this.#client ??= this.#discover().catch(error => {
      this.#client = undefined;
      throw this.#toUnavailable(error);
    });
    return this.#client;
  }

  /**
   * As {@link getClient}, for sending a browser there: whoever is sent to a
   * provider that is down sees an error of their browser, and nothing of ours.
   * Reads the document again, so that a change of it is seen too.
   */
  async getLiveClient(): Promise<Client> {
    if (Date.now() > this.#aliveAt + ALIVE_MS) {
      const client = await this.#discover().catch(error => {
        throw this.#toUnavailable(error);
      });
      this.#client = Promise.resolve(client);
    }
    return this.getClient();
  }

  /**
   * Leaves the provider alone for a moment, so that not every request of
   * everybody waits for it until the end.
   */
  noteDown(): void {
    this.#downUntil = Date.now() + ALIVE_MS;
  }

  #toUnavailable(error: unknown): SignInError {
    this.#logger.warn(
      `The identity provider at ${
        this.#options.metadataUrl
      } cannot be used now: ${error}`,
    );
    return new SignInError('provider-unavailable', String(error));
  }

  async #discover(): Promise<Client> {
    const { metadataUrl, issuer: expected } = this.#options;
    const httpOptions = () => ({
      timeout: this.#options.timeoutMs,
      ...(this.#options.ca && { ca: this.#options.ca }),
    });
    // A class of its own: the options of a shared one would be everybody's.
    class OwnIssuer extends Issuer<Client> {
      static [custom.http_options] = httpOptions;
    }
    const issuer = await OwnIssuer.discover(metadataUrl);
    if (expected && issuer.metadata.issuer !== expected) {
      throw new Error(
        `the document is of issuer ${issuer.metadata.issuer}, not ${expected}`,
      );
    }
    issuer[custom.http_options] = httpOptions;
    const client = new issuer.Client({
      client_id: this.#options.clientId,
      client_secret: this.#options.clientSecret,
      redirect_uris: [this.#redirectUri],
      response_types: ['code'],
      token_endpoint_auth_method: this.#options.tokenEndpointAuthMethod,
      id_token_signed_response_alg: this.#options.idTokenAlgorithm,
    });
    client[custom.http_options] = httpOptions;
    this.#aliveAt = Date.now();
    this.#downUntil = 0;
    client[custom.clock_tolerance] = this.#options.clockToleranceMs / 1000;
    return client;
  }
}
