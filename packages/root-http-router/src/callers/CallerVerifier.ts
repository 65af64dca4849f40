import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { tokenTypes } from '@backstage/plugin-auth-node';
import { KeptTokens } from '@nerds/auth-service';
import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import type { Caller } from './Caller';

/** Signature algorithms of Backstage's tokens; `none` is not one of them. */
const ALGORITHMS = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'];

const PLUGIN_ID = /^[a-z][a-z0-9-]{0,63}$/;

/** Tokens with made-up keys make the portal fetch its keys no more often than this. */
const COOLDOWN_MS = 1_000;

/**
 * Finds out who makes a request, for limits and for the audit log.
 *
 * @remarks
 * Nothing is allowed because of it: every plugin checks the token itself. A
 * name that anybody could write into a token must not be counted against, or
 * put on record as, the person who has that name.
 *
 * @internal
 */
export class CallerVerifier {
  readonly #discovery: DiscoveryService;
  readonly #keys = new Map<string, Promise<JWTVerifyGetKey>>();
  readonly #callers = new KeptTokens<Caller>({ now: Date.now });

  constructor(options: { discovery: DiscoveryService }) {
    this.#discovery = options.discovery;
  }

  /**
   * @param token - as it came
   * @param options - `isLocal`: whether it came from this machine, as tokens
   *   of plugins do; `target`: the plugin that is called
   * @returns undefined when the token proves nothing
   */
  async verify(
    token: string,
    options: { isLocal: boolean; target: string },
  ): Promise<Caller | undefined> {
    try {
      const { typ } = decodeProtectedHeader(token);
      switch (typ) {
        case tokenTypes.user.typParam:
        case tokenTypes.limitedUser.typParam:
          return await this.#callers.ask({
            token,
            purpose: 'person',
            findOut: () => this.#verifyPerson(token, typ),
          });
        case tokenTypes.plugin.typParam:
          // A token from elsewhere must not make the portal fetch keys.
          if (!options.isLocal) return undefined;
          return await this.#callers.ask({
            token,
            purpose: `plugin for ${options.target}`,
            findOut: () => this.#verifyPlugin(token, options.target),
          });
        default:
          return undefined;
      }
    } catch {
      // Malformed, forged, expired, or no keys to check it by: nobody.
      return undefined;
    }
  }

  async #verifyPerson(token: string, typ: string): Promise<Caller> {
    const keys = await this.#getKeys('auth', '.well-known/jwks.json');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      typ,
    });
    return { kind: 'person', ref: String(payload.sub) };
  }

  async #verifyPlugin(token: string, target: string): Promise<Caller> {
    const pluginId = decodeJwt(token).sub ?? '';
    if (!PLUGIN_ID.test(pluginId)) throw new Error('No plugin has this name');
    const path = '.backstage/auth/v1/jwks.json';
    await jwtVerify(token, await this.#getKeys(pluginId, path), {
      algorithms: ALGORITHMS,
      audience: target,
      requiredClaims: ['exp'],
      subject: pluginId,
      typ: tokenTypes.plugin.typParam,
    });
    return { kind: 'plugin', ref: `plugin:${pluginId}` };
  }

  /** Keys, fetched again when a token names one that is not there. */
  #getKeys(pluginId: string, path: string): Promise<JWTVerifyGetKey> {
    const id = `${pluginId}/${path}`;
    let keys = this.#keys.get(id);
    if (!keys) {
      keys = this.#discovery.getBaseUrl(pluginId).then(url =>
        createRemoteJWKSet(new URL(`${url}/${path}`), {
          cooldownDuration: COOLDOWN_MS,
        }),
      );
      this.#keys.set(id, keys);
    }
    return keys;
  }
}
