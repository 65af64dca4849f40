import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { FRESH_MS, KeptTokens, readExpiry } from './KeptTokens';

interface IssuedToken {
  answer: ReturnType<AuthService['getPluginRequestToken']>;
  untilMs: number;
}

/**
 * Checks a token once a minute instead of with every request, and calls another
 * plugin on behalf of the same person with the same token in that minute.
 *
 * @remarks
 * One of these belongs to one plugin, so what is known of a token for another
 * plugin does not count here.
 *
 * @internal
 */
export class CachingAuthService implements AuthService {
  readonly #inner: AuthService;
  readonly #now: () => number;
  readonly #credentials: KeptTokens<BackstageCredentials>;
  /** Per caller and plugin; a caller that nobody holds on to takes its tokens along. */
  readonly #issued = new WeakMap<
    BackstageCredentials,
    Map<string, IssuedToken>
  >();
  #own?: ReturnType<AuthService['getOwnServiceCredentials']>;

  readonly isPrincipal: AuthService['isPrincipal'];
  readonly getNoneCredentials: AuthService['getNoneCredentials'];
  readonly getLimitedUserToken: AuthService['getLimitedUserToken'];
  readonly listPublicServiceKeys: AuthService['listPublicServiceKeys'];

  /** @param options - `now`: milliseconds since 1970 */
  constructor(options: { inner: AuthService; now: () => number }) {
    const { inner, now } = options;
    this.#inner = inner;
    this.#now = now;
    this.#credentials = new KeptTokens({ now });
    this.isPrincipal = inner.isPrincipal.bind(inner);
    this.getNoneCredentials = inner.getNoneCredentials.bind(inner);
    this.getLimitedUserToken = inner.getLimitedUserToken.bind(inner);
    this.listPublicServiceKeys = inner.listPublicServiceKeys.bind(inner);
  }

  authenticate: AuthService['authenticate'] = (token, options) =>
    this.#credentials.ask({
      token,
      purpose: options?.allowLimitedAccess ? 'limited' : 'full',
      findOut: () => this.#inner.authenticate(token, options),
    });

  /** Always the same object, so that tokens for this plugin are found again. */
  getOwnServiceCredentials: AuthService['getOwnServiceCredentials'] = () => {
    this.#own ??= this.#inner.getOwnServiceCredentials();
    return this.#own;
  };

  getPluginRequestToken: AuthService['getPluginRequestToken'] = options => {
    const { onBehalfOf, targetPluginId } = options;
    const issued = this.#issuedFor(onBehalfOf);
    const known = issued.get(targetPluginId);
    if (known && known.untilMs > this.#now()) return known.answer;
    const answer = this.#inner.getPluginRequestToken(options);
    const entry = { answer, untilMs: this.#now() + FRESH_MS };
    issued.set(targetPluginId, entry);
    answer.then(
      ({ token }) => {
        entry.untilMs = Math.min(entry.untilMs, readExpiry(token));
      },
      () => {
        if (issued.get(targetPluginId) === entry) issued.delete(targetPluginId);
      },
    );
    return answer;
  };

  #issuedFor(credentials: BackstageCredentials): Map<string, IssuedToken> {
    let issued = this.#issued.get(credentials);
    if (!issued) {
      issued = new Map();
      this.#issued.set(credentials, issued);
    }
    return issued;
  }
}
