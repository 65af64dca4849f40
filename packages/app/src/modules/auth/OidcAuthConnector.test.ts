import type { OAuthRequestApi } from '@backstage/frontend-plugin-api';
import { OidcAuthConnector } from './OidcAuthConnector';

const ANSWER = {
  profile: { displayName: 'Dev' },
  providerInfo: { scope: 'openid profile email' },
  backstageIdentity: {
    token: 'portal-token',
    expiresInSeconds: 3600,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/dev-burgerzaken',
      ownershipEntityRefs: [],
    },
  },
};
const SCOPES = { scopes: new Set(['openid', 'profile']) };

function answer(status: number, body?: unknown): Response {
  return {
    ok: status < 400,
    status,
    json: async () => body,
    text: async () => (body === undefined ? '' : JSON.stringify(body)),
  } as Response;
}

const refusal = (status: number, message: string) =>
  answer(status, { error: { name: 'Error', message } });

function setUp(...answers: (Response | Error)[]) {
  const fetched: string[] = [];
  global.fetch = jest.fn(async (url, init) => {
    fetched.push(`${init?.method ?? 'GET'} ${url}`);
    const next = answers.shift() ?? answer(200);
    if (!('ok' in next)) throw next;
    return next;
  }) as typeof fetch;
  const navigate = jest.fn();
  const ask = jest.fn();
  const connector = new OidcAuthConnector({
    discoveryApi: {
      getBaseUrl: async plugin => `http://portal.example/api/${plugin}`,
    },
    oauthRequestApi: {
      createAuthRequester: () => ask,
    } as unknown as OAuthRequestApi,
    environment: 'production',
    appPath: '/',
    navigate,
  });
  return { connector, fetched, navigate, ask };
}

describe('OidcAuthConnector', () => {
  const now = Date.now();
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
  afterEach(() => jest.restoreAllMocks());

  it('reads the session, without a token of the provider', async () => {
    const { connector } = setUp(answer(200, ANSWER));
    await expect(connector.refreshSession(SCOPES)).resolves.toEqual({
      profile: { displayName: 'Dev' },
      providerInfo: {
        idToken: '',
        accessToken: '',
        scopes: new Set(['openid', 'profile', 'email']),
      },
      backstageIdentity: {
        token: 'portal-token',
        identity: ANSWER.backstageIdentity.identity,
        expiresAt: new Date(now + 3_600_000),
      },
    });
    expect(connector.problem).toBeUndefined();
  });

  it.each([
    ['nobody was signed in', refusal(401, 'no-session'), undefined],
    ['a session has ended', refusal(401, 'session-ended'), 'session-ended'],
    [
      'the provider is down',
      refusal(503, 'provider-unavailable'),
      'provider-unavailable',
    ],
    ['a proxy answers', answer(502, 'Bad Gateway'), 'failed'],
    ['nothing answers', new TypeError('fetch failed'), 'portal-unavailable'],
  ])('knows when %s', async (_title, response, problem) => {
    const { connector } = setUp(response);
    await expect(connector.refreshSession(SCOPES)).rejects.toThrow(
      'No session',
    );
    expect(connector.problem).toBe(problem);
  });

  it('goes on with the session while the provider is down, until the token ends', async () => {
    const { connector, fetched } = setUp(
      answer(200, ANSWER),
      refusal(503, 'provider-unavailable'),
      refusal(503, 'provider-unavailable'),
    );
    const session = await connector.refreshSession(SCOPES);
    await expect(connector.refreshSession(SCOPES)).resolves.toBe(session);
    // and does not ask again at every call
    await expect(connector.refreshSession(SCOPES)).resolves.toBe(session);
    expect(fetched).toHaveLength(2);
    jest.mocked(Date.now).mockReturnValue(now + 3_600_001);
    await expect(connector.refreshSession(SCOPES)).rejects.toThrow(
      'No session',
    );
  });

  it('does not go on with a session that was refused', async () => {
    const { connector } = setUp(
      answer(200, ANSWER),
      refusal(401, 'session-ended'),
      refusal(503, 'provider-unavailable'),
    );
    await connector.refreshSession(SCOPES);
    await expect(connector.refreshSession(SCOPES)).rejects.toThrow();
    await expect(connector.refreshSession(SCOPES)).rejects.toThrow();
  });

  it('leaves for the provider on a click, and asks somebody who is at work', async () => {
    const { connector, navigate, ask } = setUp();
    void connector.createSession({ ...SCOPES, instantPopup: true });
    await new Promise(process.nextTick);
    const url = new URL(navigate.mock.calls[0][0]);
    expect(url.pathname).toBe('/api/auth/oidc/start');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      env: 'production',
      flow: 'redirect',
      origin: window.location.origin,
      redirectUrl: window.location.href,
      scope: 'openid profile',
    });
    await connector.createSession(SCOPES);
    expect(ask).toHaveBeenCalledWith(SCOPES.scopes);
  });

  it.each([
    [
      'the provider',
      answer(200, { logoutUrl: 'https://idp.example/end?client_id=portal' }),
      'https://idp.example/end?client_id=portal',
    ],
    ['the portal alone', answer(200), '/?state=signed-out'],
    [
      'the portal alone when told to go nowhere',
      answer(200, { logoutUrl: 'data:text/html,x' }),
      '/?state=signed-out',
    ],
  ])('signs out at %s', async (_title, response, where) => {
    const { connector, fetched, navigate } = setUp(response);
    const left = connector.removeSession();
    await Promise.race([
      left,
      new Promise(resolve => {
        setTimeout(resolve, 20);
      }),
    ]);
    expect(fetched).toEqual([
      'POST http://portal.example/api/auth/oidc/logout?env=production',
      'DELETE http://portal.example/api/techdocs/.backstage/auth/v1/cookie',
    ]);
    expect(navigate).toHaveBeenCalledWith(where);
  });

  it('says so when signing out did not work', async () => {
    const { connector, navigate } = setUp(answer(500));
    await expect(connector.removeSession()).rejects.toThrow(
      'Signing out did not work',
    );
    expect(navigate).not.toHaveBeenCalled();
  });
});
