import type { AuthConnector, OAuth2Session } from '@backstage/core-app-api';
import type {
  DiscoveryApi,
  OAuthRequestApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import { parseSignInProblem, type SignInProblem } from './signInProblems';

/** The one provider of `auth.providers` in the configuration. */
const PROVIDER_ID = 'oidc';
/** Only one tab at a time: a provider may take each refresh token once. */
const LOCK = 'nerds-session';
/** How long a provider that is down is left alone, for as long as a session lasts anyway. */
const RETRY_MS = 15_000;
/** Plugins whose cookie lets a browser read pages without a token. */
const COOKIE_PLUGINS = ['techdocs'];
/** The auth backend takes these requests from pages only that may send the header. */
const XML_HTTP_REQUEST = { 'X-Requested-With': 'XMLHttpRequest' };

interface RefreshAnswer {
  profile: ProfileInfo;
  providerInfo: { scope: string };
  backstageIdentity: {
    token: string;
    expiresInSeconds?: number;
    identity: NonNullable<OAuth2Session['backstageIdentity']>['identity'];
  };
}

/**
 * The session of the signed-in person, as the auth backend keeps it.
 *
 * @remarks
 * In place of the connector of Backstage: it says why there is no session, goes
 * on with the session there is while the provider is down, and takes back the
 * cookies of pages at a sign-out.
 *
 * @internal
 */
export class OidcAuthConnector implements AuthConnector<OAuth2Session> {
  readonly #discoveryApi: DiscoveryApi;
  readonly #environment: string;
  readonly #appPath: string;
  readonly #navigate: (url: string) => void;
  readonly #askToSignIn: (scopes: Set<string>) => Promise<OAuth2Session>;
  #session: OAuth2Session | undefined;
  #retryAt = 0;
  #problem: SignInProblem | undefined;

  /** @param options - `navigate` leaves the page */
  constructor(options: {
    discoveryApi: DiscoveryApi;
    oauthRequestApi: OAuthRequestApi;
    environment: string;
    appPath: string;
    navigate: (url: string) => void;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#environment = options.environment;
    this.#appPath = options.appPath;
    this.#navigate = options.navigate;
    this.#askToSignIn = options.oauthRequestApi.createAuthRequester({
      provider: { id: PROVIDER_ID, title: 'NeRDS', icon: () => null },
      onAuthRequest: scopes => this.#leaveForProvider(scopes),
    });
  }

  /** Why the last look for a session found none. */
  get problem(): SignInProblem | undefined {
    return this.#problem;
  }

  /** On a click at once; otherwise somebody is in the middle of something, and is asked first. */
  async createSession(options: {
    scopes: Set<string>;
    instantPopup?: boolean;
  }): Promise<OAuth2Session> {
    return options.instantPopup
      ? this.#leaveForProvider(options.scopes)
      : this.#askToSignIn(options.scopes);
  }

  async refreshSession(options?: {
    scopes: Set<string>;
  }): Promise<OAuth2Session> {
    if (Date.now() < this.#retryAt) {
      const session = this.#lastingSession();
      if (session) return session;
    }
    const url = await this.#buildUrl('/refresh', {
      scope: [...(options?.scopes ?? [])].join(' '),
    });
    const response = await withLock(() =>
      fetch(url, { headers: XML_HTTP_REQUEST, credentials: 'include' }),
    ).catch(() => undefined);
    if (!response?.ok) {
      return this.#handleRefusal(response);
    }
    this.#problem = undefined;
    this.#retryAt = 0;
    this.#session = toSession((await response.json()) as RefreshAnswer);
    return this.#session;
  }

  async removeSession(): Promise<void> {
    const response = await fetch(await this.#buildUrl('/logout'), {
      method: 'POST',
      headers: XML_HTTP_REQUEST,
      credentials: 'include',
    });
    if (!response.ok) {
      throw new Error(`Signing out did not work, status ${response.status}`);
    }
    this.#session = undefined;
    await this.#removePageCookies();
    this.#navigate(
      (await readLogoutUrl(response)) ?? `${this.#appPath}?state=signed-out`,
    );
    // The page is left; nobody is to go elsewhere meanwhile.
    return new Promise(() => {});
  }

  async #handleRefusal(response: Response | undefined): Promise<OAuth2Session> {
    const isTemporary = !response || response.status >= 500;
    this.#problem = response
      ? parseSignInProblem(await readErrorCode(response))
      : 'portal-unavailable';
    if (isTemporary) {
      this.#retryAt = Date.now() + RETRY_MS;
      const session = this.#lastingSession();
      if (session) return session;
    }
    this.#session = undefined;
    throw new Error(`No session: ${this.#problem ?? 'nobody signed in'}`);
  }

  #lastingSession(): OAuth2Session | undefined {
    const expiresAt = this.#session?.backstageIdentity?.expiresAt?.getTime();
    return (expiresAt ?? 0) > Date.now() ? this.#session : undefined;
  }

  async #leaveForProvider(scopes: Set<string>): Promise<OAuth2Session> {
    this.#navigate(
      await this.#buildUrl('/start', {
        scope: [...scopes].join(' '),
        origin: window.location.origin,
        redirectUrl: window.location.href,
        flow: 'redirect',
      }),
    );
    return new Promise(() => {});
  }

  async #removePageCookies(): Promise<void> {
    await Promise.all(
      COOKIE_PLUGINS.map(async plugin => {
        const base = await this.#discoveryApi.getBaseUrl(plugin);
        await fetch(`${base}/.backstage/auth/v1/cookie`, {
          method: 'DELETE',
          credentials: 'include',
        }).catch(() => {
          // It ends within the hour by itself; signing out goes on.
        });
      }),
    );
  }

  async #buildUrl(
    path: string,
    query: Record<string, string> = {},
  ): Promise<string> {
    const base = await this.#discoveryApi.getBaseUrl('auth');
    const search = new URLSearchParams({ ...query, env: this.#environment });
    return `${base}/${PROVIDER_ID}${path}?${search}`;
  }
}

function withLock<T>(task: () => Promise<T>): Promise<T> {
  // absent on plain http that is not this machine
  return navigator.locks ? navigator.locks.request(LOCK, task) : task();
}

function toSession(answer: RefreshAnswer): OAuth2Session {
  const { profile, providerInfo, backstageIdentity } = answer;
  const { token, identity, expiresInSeconds } = backstageIdentity;
  return {
    profile,
    providerInfo: {
      // those of the provider stay at the backend
      idToken: '',
      accessToken: '',
      scopes: new Set(providerInfo.scope.split(' ').filter(Boolean)),
    },
    backstageIdentity: {
      token,
      identity,
      expiresAt:
        expiresInSeconds === undefined
          ? undefined
          : new Date(Date.now() + expiresInSeconds * 1000),
    },
  };
}

/** Backstage's form of an error, with our code as its message. */
async function readErrorCode(response: Response): Promise<unknown> {
  try {
    const body = (await response.json()) as { error?: { message?: unknown } };
    return body.error?.message;
  } catch {
    // An answer of a proxy on the way, say: no code of ours.
    return undefined;
  }
}

async function readLogoutUrl(response: Response): Promise<string | undefined> {
  const text = await response.text();
  if (text === '') {
    return undefined;
  }
  const { logoutUrl } = JSON.parse(text) as { logoutUrl?: string };
  return logoutUrl && /^https?:/.test(logoutUrl) ? logoutUrl : undefined;
}
