import { readFile } from 'node:fs/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { Agent, fetch, type Dispatcher } from 'undici';

/** Half of what the front door is ready to wait for a verification. */
const TIMEOUT_MS = 2_000;

/** How long keys count; a key that the issuer takes back counts no longer than this. */
const KEYS_TTL_MS = 10 * 60 * 1000;

/** How long between two looks for a key that is not there, so that made-up key ids cost the issuer nothing. */
const RELOAD_PAUSE_MS = 30 * 1000;

/**
 * The keys of one issuer of OIDC tokens.
 *
 * @internal
 */
export class OidcIssuer {
  readonly #issuer: string;
  readonly #jwksUri?: string;
  readonly #caFile?: string;
  readonly #now: () => Date;
  #loading?: Promise<{ getKey: JWTVerifyGetKey; loadedAt: number }>;
  #dispatcher?: Promise<Dispatcher | undefined>;

  constructor(
    options: { issuer: string; jwksUri?: string; caFile?: string },
    now: () => Date,
  ) {
    this.#issuer = options.issuer;
    this.#jwksUri = options.jwksUri;
    this.#caFile = options.caFile;
    this.#now = now;
  }

  /**
   * The key that a token says it was signed with, for `jwtVerify` of jose.
   *
   * @throws ServiceUnavailableError when the issuer does not say its keys
   * @throws JOSEError when there is no such key
   */
  readonly getKey: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.#keys(KEYS_TTL_MS);
    try {
      return await keys.getKey(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // The issuer may have begun to use a new key.
      const newer = await this.#keys(RELOAD_PAUSE_MS);
      if (newer === keys) throw error;
      return newer.getKey(header, token);
    }
  };

  async #keys(maxAgeMs: number) {
    const known = await this.#loading;
    if (known && this.#now().getTime() - known.loadedAt < maxAgeMs)
      return known;
    const loading = this.#load();
    this.#loading = loading;
    // A failure is not kept: the next token tries again.
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    return loading;
  }

  async #load() {
    const jwksUri = this.#jwksUri ?? (await this.#discoverJwksUri());
    const keySet = await this.#fetchJson(jwksUri);
    try {
      return {
        getKey: createLocalJWKSet(keySet as unknown as JSONWebKeySet),
        loadedAt: this.#now().getTime(),
      };
    } catch {
      throw this.#buildError('answers no keys');
    }
  }

  async #discoverJwksUri(): Promise<string> {
    const base = this.#issuer.replace(/\/$/, '');
    const { issuer, jwks_uri: jwksUri } = await this.#fetchJson(
      `${base}/.well-known/openid-configuration`,
    );
    // OpenID Connect Discovery 1.0, section 4.3
    if (issuer !== this.#issuer || typeof jwksUri !== 'string') {
      throw this.#buildError('describes another issuer');
    }
    return jwksUri;
  }

  async #fetchJson(url: string): Promise<Record<string, unknown>> {
    this.#dispatcher ??= this.#createDispatcher();
    try {
      const response = await fetch(url, {
        dispatcher: await this.#dispatcher,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) {
        return (await response.json()) as Record<string, unknown>;
      }
      await response.body?.cancel();
      throw new Error(`status ${response.status}`);
    } catch (error) {
      // The file of the CA may be there the next time.
      this.#dispatcher = undefined;
      throw this.#buildError(`does not answer at ${url} (${error})`);
    }
  }

  async #createDispatcher(): Promise<Dispatcher | undefined> {
    if (!this.#caFile) return undefined;
    const ca = await readFile(this.#caFile, 'utf8');
    return new Agent({ connect: { ca } });
  }

  #buildError(what: string) {
    return new ServiceUnavailableError(`The issuer ${this.#issuer} ${what}`);
  }
}
