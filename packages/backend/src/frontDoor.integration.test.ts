import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Route } from './__testUtils__/listRoutes';
import { startPortal, type RunningPortal } from './__testUtils__/startPortal';

const stackFile = process.env.NERDS_TEST_STACK;

/** What somebody may ask who did not sign in, and nothing else. */
const OPEN = [
  // how plugins and clients check tokens of the portal
  /^GET \/api\/[^/]+\/\.backstage\/auth\/v1\/jwks\.json$/,
  /^GET \/api\/auth\/\.well-known\/(openid-configuration|jwks\.json)$/,
  // signing in, and out of a session that is known by its cookie
  /^(GET|POST) \/api\/auth\/[^/]+\/(start|handler\/frame|refresh|logout)$/,
  /^DELETE \/api\/[^/]+\/\.backstage\/auth\/v1\/cookie$/,
  // nothing there: a provider that does not exist, a client that is not configured
  /^GET \/api\/auth\/(:x\/x|\.well-known\/oauth-client\/cli\.json)$/,
  // the app itself, and that a plugin is alive
  /^GET \/api\/app\//,
  /^GET \/api\/(permission|signals)\/health$/,
  // what our APIs look like
  /^GET \/api\/[^/]+\/v1\/openapi\.json$/,
];

/** What is refused in another way, and why. */
const EXCEPT_WITH_TOKEN = [
  // Backstage asks this in the name of a machine, with the machine's own token;
  // the answer is what the token stands for
  /^404 GET \/api\/auth\/v1\/userinfo$/,
  // shut to every token that says it is of a person, before anybody checks it
  /^403 \w+ \/api\/[^/]+\/\.backstage\/scheduler\//,
  /^403 PUT \/api\/catalog\/locations\/:id$/,
];

const isOpen = ({ method, path }: Route) =>
  OPEN.some(pattern => pattern.test(`${method} ${path}`));

/** Made by Backstage for every plugin. */
const BUILT_IN = /^\/api\/[^/]+\/\.(backstage|well-known)\//;

function fillIn(path: string): string {
  return path.replace(/:\w+(\([^)]*\))?[?*]?/g, 'x').replaceAll('*', 'x');
}

function withoutSignature(token: string): string {
  const [, payload] = token.split('.');
  const header = { alg: 'none', typ: 'vnd.backstage.user' };
  return `${Buffer.from(JSON.stringify(header)).toString(
    'base64url',
  )}.${payload}.`;
}

/** The same signature under the name of somebody else. */
function tamperWith(token: string): string {
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const forged = { ...claims, sub: 'user:default/platform-engineer' };
  return [
    header,
    Buffer.from(JSON.stringify(forged)).toString('base64url'),
    signature,
  ].join('.');
}

(stackFile ? describe : describe.skip)('every route of the portal', () => {
  jest.setTimeout(300_000);
  let portal: RunningPortal;
  let routes: Route[];
  beforeAll(async () => {
    portal = await startPortal(stackFile!);
    routes = await portal.listRoutes();
  });
  afterAll(async () => portal?.stop());

  async function ask({ method, path }: Route, token?: string) {
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    const url = portal.url + fillIn(path);
    // A connection of its own: one that is used again may be closed by the
    // portal, for it was idle too long, just when the next question is on its way.
    const call = request(url, { method, headers, agent: false }).end();
    const [answer]: IncomingMessage[] = await once(call, 'response');
    return { status: answer.statusCode ?? 0, body: await text(answer) };
  }

  /** Every closed route that answers something else than 401. */
  async function findLeaks(tokenFor: (route: Route) => string | undefined) {
    const leaks: string[] = [];
    for (const route of routes.filter(candidate => !isOpen(candidate))) {
      const { status } = await ask(route, tokenFor(route));
      if (status !== 401) leaks.push(`${status} ${route.method} ${route.path}`);
    }
    return leaks;
  }

  it('is known to this test, of every plugin', () => {
    const withRoutes = (own: boolean) =>
      new Set(
        routes
          .filter(({ path }) => !own || !BUILT_IN.test(path))
          .map(({ path }) => path.split('/')[2])
          // has routes of its own only where the pages have been built
          .filter(plugin => plugin !== 'app'),
      );
    expect([...withRoutes(true)].sort()).toEqual([...withRoutes(false)].sort());
    expect(routes.length).toBeGreaterThan(200);
  });

  it('answers people who are signed in', async () => {
    const token = await portal.issueToken();
    const { status } = await ask(
      { method: 'GET', path: '/api/catalog/entities' },
      token,
    );
    expect(status).toBe(200);
  });

  it('asks who is calling, except for a short list', async () => {
    expect(await findLeaks(() => undefined)).toEqual([]);
  });

  it('gives nothing away on the routes of that list', async () => {
    for (const route of routes.filter(isOpen)) {
      const { status, body } = await ask(route);
      const call = `${status} ${route.method} ${route.path}`;
      expect([200, 204, 400, 401, 404, 501]).toContain(status);
      expect(`${call} ${body}`).not.toMatch(
        /\n\s+at |"(stack|cause)":|node_modules|; caused by/,
      );
    }
  });

  it.each<[string, () => Promise<string>]>([
    ['is no token', async () => 'not-a-token'],
    ['was tampered with', async () => tamperWith(await portal.issueToken())],
    [
      'has no signature',
      async () => withoutSignature(await portal.issueToken()),
    ],
    ['has expired', () => portal.issueToken({ expiresIn: -60 })],
    ['is for something else', () => portal.issueToken({ audience: 'grafana' })],
    [
      'comes from another portal',
      () => portal.issueToken({ issuer: 'https://other.example/api/auth' }),
    ],
    [
      'is of a kind that the portal does not know',
      () => portal.issueToken({ typ: 'JWT', audience: 'x' }),
    ],
    [
      'is of a machine, but was made inside the portal',
      () => portal.issueToken({ sub: 'user:machine/x' }),
    ],
    [
      'is of the identity provider',
      async () => {
        const { mintUrl } = JSON.parse(readFileSync(stackFile!, 'utf8'));
        const answer = await fetch(`${mintUrl}?account=platform-engineer`);
        return answer.text();
      },
    ],
  ])('refuses a token that %s', async (_title, makeToken) => {
    const token = await makeToken();
    const leaks = await findLeaks(() => token);
    expect(
      leaks.filter(leak => !EXCEPT_WITH_TOKEN.some(one => one.test(leak))),
    ).toEqual([]);
  });

  it('refuses the token of a plugin that is meant for another one', async () => {
    const issue = (audience: string) =>
      portal.issueToken({
        sub: 'search',
        typ: 'vnd.backstage.plugin',
        audience,
      });
    const [forSearch, forCatalog] = [
      await issue('search'),
      await issue('catalog'),
    ];
    const { status } = await ask(
      { method: 'GET', path: '/api/catalog/entities' },
      forCatalog,
    );
    expect(status).not.toBe(401);
    const leaks = await findLeaks(({ path }) =>
      path.startsWith('/api/search/') ? forCatalog : forSearch,
    );
    expect(leaks).toEqual([]);
  });
});
