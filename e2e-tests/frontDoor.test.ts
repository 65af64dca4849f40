import { randomBytes } from 'node:crypto';
import {
  expect,
  test,
  type APIRequestContext,
  type APIResponse,
} from '@playwright/test';
import { openApi } from './clusters';
import { signIn } from './session';

const TEAM = 'group:default/burgerzaken';

/** A Content-Security-Policy as a table. */
function parsePolicy(answer: APIResponse): Record<string, string[]> {
  const policy = answer.headers()['content-security-policy'] ?? '';
  return Object.fromEntries(
    policy.split('; ').map(directive => {
      const [name, ...values] = directive.split(' ');
      return [name, values];
    }),
  );
}

async function readJson<T>(answer: APIResponse): Promise<T> {
  expect(answer.ok(), `${answer.url()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

test('pages, files and answers carry the security headers', async ({
  request,
}) => {
  const answers = [
    await request.get('/'),
    await request.get('/catalog'),
    await request.get('/manifest.json'),
    await request.get('/api/catalog/entities'),
    await request.get('/api/free-tier/v1/openapi.json'),
    await request.get('/api/nowhere'),
  ];
  for (const answer of answers) {
    const headers = answer.headers();
    expect(headers, answer.url()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
    expect(headers).not.toHaveProperty('x-powered-by');
    const policy = parsePolicy(answer);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    const sources = Object.values(policy).flat();
    // no wildcard, no whole scheme, no other host
    expect(sources.filter(source => !/^'[^']+'$|^data:$/.test(source))).toEqual(
      [],
    );
    expect(policy['script-src'] ?? []).not.toContain("'unsafe-inline'");
  }
  expect(parsePolicy(answers[3])['default-src']).toEqual(["'none'"]);
});

test('the pages stay within the policy', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) {
      violations.push(`${page.url()} ${message.text()}`);
    }
  });
  await signIn(page, 'dev-burgerzaken');
  for (const path of [
    '/clusters',
    '/create/templates/default/free-tier-cluster',
    '/catalog/default/api/free-tier/definition',
    '/search?query=cluster',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
  }
  expect(violations).toEqual([]);
});

test('the cookies of a session are out of reach of scripts and other sites', async ({
  page,
}) => {
  await signIn(page, 'dev-burgerzaken');
  await page.goto('/docs/default/system/nerds-portal');
  const url = new URL(page.url());
  const cookies = (await page.context().cookies()).filter(
    // the identity provider is on the same machine, and not of the portal
    ({ name, path }) =>
      /^(oidc-|backstage)/.test(name) && path.startsWith('/api'),
  );
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie, cookie.name).toMatchObject({
      httpOnly: true,
      secure: url.protocol === 'https:',
    });
    expect(['Lax', 'Strict']).toContain(cookie.sameSite);
  }
});

test('a sign-in returns to the portal and nowhere else', async ({
  request,
  baseURL,
}) => {
  const start = (query: Record<string, string>) =>
    request.get('/api/auth/oidc/start', {
      maxRedirects: 0,
      params: { env: 'production', flow: 'redirect', ...query },
    });
  const fine = await start({ redirectUrl: `${baseURL}/catalog` });
  expect(fine.status()).toBe(302);
  expect(fine.headers().ratelimit).toContain('sign-in-address');
  for (const address of ['https://evil.example', '//evil.example']) {
    expect((await start({ redirectUrl: address })).status()).toBe(400);
    expect((await start({ origin: address })).status()).toBe(400);
  }
  const state = Buffer.from(
    'nonce=x&env=production&flow=redirect&redirectUrl=https://evil.example',
  ).toString('hex');
  const end = await request.get('/api/auth/oidc/handler/frame', {
    maxRedirects: 0,
    params: { code: 'x', state },
  });
  expect(end.status()).toBe(400);
});

test('errors show a sentence and a number, and no inner detail', async () => {
  const api = await openApi('dev-burgerzaken');
  const answers = [
    await api.get('/api/catalog/entities/by-name/component/default/nothing'),
    await api.get('/api/scaffolder/v2/tasks/nothing'),
    await api.get('/api/techdocs/sync/default/component/nothing'),
    await api.get('/api/search/query?types[0]=nothing&pageCursor=x'),
    await api.post('/api/catalog/locations', { data: 'no json' }),
    await api.get('/api/free-tier/v1/clusters/nothing'),
    await api.get('/api/%E0%A4%A'),
  ];
  for (const answer of answers) {
    expect(answer.status(), answer.url()).toBeGreaterThanOrEqual(400);
    expect(await answer.text(), answer.url()).not.toMatch(
      /\n\s+at |"stack"|"cause"|node_modules|caused by|select .* from/i,
    );
  }
  const tooLarge = await api.post('/api/free-tier/v1/cluster-checks', {
    data: { text: 'x'.repeat(2 * 1024 * 1024) },
  });
  expect(tooLarge.status()).toBe(413);
  await api.dispose();
});

/** Something of a team, made for this test, with every way to get at it. */
async function makeThings(own: APIRequestContext) {
  const name = `deur-${randomBytes(4).toString('hex')}`;
  const cluster = await readJson<{ id: string }>(
    await own.post('/api/free-tier/v1/clusters', {
      data: {
        name,
        owner: TEAM,
        region: 'local',
        tier: 'free',
        size: 'small',
        purpose: 'Alleen voor deze test',
      },
    }),
  );
  const { token } = await readJson<{ token: { id: string } }>(
    await own.post('/api/machine-access/v1/tokens', {
      data: {
        name,
        team: TEAM,
        permissions: ['free-tier.cluster.read'],
        lifetimeDays: 1,
      },
    }),
  );
  const clusterPath = `/api/free-tier/v1/clusters/${cluster.id}`;
  const tokenPath = `/api/machine-access/v1/tokens/${token.id}`;
  return {
    paths: [clusterPath, tokenPath],
    calls: [
      ['get', clusterPath],
      ['get', `${clusterPath}/events`],
      ['get', `${clusterPath}/kubeconfigs`],
      ['post', `${clusterPath}/kubeconfigs`],
      ['post', `${clusterPath}/retries`],
      ['delete', `${clusterPath}/kubeconfigs/x`],
      ['delete', clusterPath],
      ['get', tokenPath],
      ['delete', tokenPath],
    ] as ['get' | 'post' | 'delete', string][],
  };
}

test('the things of another team are not there', async () => {
  const own = await openApi('dev-burgerzaken');
  const other = await openApi('dev-vergunningen');
  const { paths, calls } = await makeThings(own);
  try {
    for (const [method, path] of calls) {
      const isRequest = method === 'post' && path.endsWith('/kubeconfigs');
      const answer = await other[method](path, {
        data: isRequest ? { kind: 'machine' } : undefined,
      });
      expect([403, 404], `${method} ${path}`).toContain(answer.status());
    }
    const lists = [
      '/api/free-tier/v1/clusters',
      '/api/machine-access/v1/tokens',
      '/api/audit-log/v1/events',
    ];
    for (const path of lists) {
      expect(await (await other.get(path)).text()).not.toContain(TEAM);
    }
    const asOther = await other.post('/api/machine-access/v1/tokens', {
      data: {
        name: 'van-een-ander',
        team: TEAM,
        permissions: ['free-tier.cluster.read'],
        lifetimeDays: 1,
      },
    });
    expect(asOther.status()).toBe(403);
    for (const path of paths) {
      expect((await own.get(path)).status()).toBe(200);
    }
  } finally {
    for (const path of paths) await own.delete(path);
    await own.dispose();
    await other.dispose();
  }
});
