import { request as httpRequest } from 'node:http';
import express from 'express';
import { generateKeyPair } from 'jose';
import request from 'supertest';
import { startPortal, stopPortals } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

const ok: express.RequestHandler = (_req, res) => {
  res.json('fine');
};

/** Sends a body of unknown length in pieces. */
function sendChunked(url: string, pieces: string[]) {
  return new Promise<{ status?: number; body: string }>((resolve, reject) => {
    const req = httpRequest(
      url,
      { method: 'POST', headers: { 'Content-Type': 'application/json' } },
      res => {
        let body = '';
        res.on('data', chunk => (body += chunk));
        res.on('end', () => resolve({ status: res.statusCode, body }));
      },
    );
    req.on('error', reject);
    for (const piece of pieces) req.write(piece);
    req.end();
  });
}

describe('limits of the number of calls', () => {
  it('stop who signs in too often from one address, and say when to try again', async () => {
    const { url, events } = await startPortal({
      authRoutes: ok,
      trustProxy: 'loopback',
      config: { frontDoor: { rateLimits: { signIn: { perAddress: 2 } } } },
    });
    const start = (address: string) =>
      request(url)
        .get('/api/auth/oidc/start')
        .set('X-Forwarded-For', address)
        .set('Accept-Language', 'en');
    expect((await start('192.0.2.1')).status).toBe(200);
    expect((await start('192.0.2.1')).status).toBe(200);
    const refused = await start('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.type).toBe('application/problem+json');
    expect(JSON.parse(refused.text)).toMatchObject({
      code: 'too-many-requests',
      status: 429,
      title: 'Too many requests',
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers.ratelimit).toContain('"sign-in-address"; r=0');
    expect((await start('192.0.2.2')).status).toBe(200);
    expect(events).toEqual([
      expect.objectContaining({
        act: 'front-door.request-refused',
        result: 'refused',
        reason: 'TooManyRequests',
        actor: 'unknown',
        origin: expect.objectContaining({ address: '192.0.2.1' }),
      }),
    ]);
  });

  it('count a person wherever that person is, and nobody by a forged name', async () => {
    const { url, issueToken } = await startPortal({
      routes: ok,
      trustProxy: 'loopback',
      config: {
        frontDoor: {
          rateLimits: { general: { perPerson: 2, perAddress: 1 } },
        },
      },
    });
    let caller = 0;
    const get = (token: string, address = `192.0.2.${(caller += 1)}`) =>
      request(url)
        .get('/api/example')
        .set('X-Forwarded-For', address)
        .set('Authorization', `Bearer ${token}`);
    const anne = await issueToken('user:default/anne');
    const bram = await issueToken('user:default/bram');
    const { privateKey } = await generateKeyPair('ES256');
    const forged = await issueToken('user:default/bram', privateKey);

    expect((await get(anne)).status).toBe(200);
    expect((await get(anne)).status).toBe(200);
    expect((await get(anne)).status).toBe(429);
    // as many as one likes in the name of somebody else…
    expect((await get(forged)).status).toBe(200);
    expect((await get(forged)).status).toBe(200);
    expect((await get(forged)).status).toBe(200);
    // …which does not shut that person out
    expect((await get(bram)).status).toBe(200);
    // one address without a proven name has a limit of its own
    expect((await get(forged, '192.0.2.99')).status).toBe(200);
    expect((await get(forged, '192.0.2.99')).status).toBe(429);
    // and does not count for people there
    expect((await get(bram, '192.0.2.99')).status).toBe(200);
  });

  it.each([
    ['building documentation', 'techdocs', 'post', '/v1/builds'],
    ['checking a file', 'entity-model', 'post', '/v1/entity-validations'],
    ['searching', 'search', 'get', '/v1/results?q=x'],
  ] as const)(
    'count %s among what costs much',
    async (_, pluginId, method, path) => {
      const { url } = await startPortal({
        pluginId,
        routes: (_req, res) => res.json({}),
        config: { frontDoor: { rateLimits: { expensive: { perAddress: 1 } } } },
      });
      const call = async (address: string) =>
        (await request(url)[method](`/api/${pluginId}${address}`)).status;
      expect(await call(path)).toBe(200);
      expect(await call(path)).toBe(429);
      expect(await call('/v1/other')).toBe(200);
    },
  );

  it('leave health checks alone', async () => {
    const { url } = await startPortal({
      config: {
        frontDoor: { rateLimits: { general: { perAddress: 1 } } },
      },
    });
    for (let i = 0; i < 5; i += 1) {
      const answer = await request(url).get('/.backstage/health/v1/liveness');
      expect(answer.status).toBe(200);
    }
  });

  it('refuse a configuration that makes no sense', async () => {
    await expect(
      startPortal({
        config: { frontDoor: { rateLimits: { general: { perPerson: 0 } } } },
      }),
    ).rejects.toThrow('perPerson must be a whole number above 0');
  });
});

describe('limits of bodies', () => {
  const routes = express.Router();
  const seen: unknown[] = [];
  routes.use(express.json({ limit: '50mb' }), (req, res) => {
    seen.push(req.body);
    res.json({ length: JSON.stringify(req.body).length });
  });
  let url: string;
  beforeAll(async () => {
    ({ url } = await startPortal({
      routes,
      config: { frontDoor: { bodyLimits: { defaultBytes: 1000 } } },
    }));
  });
  beforeEach(() => seen.splice(0));

  const big = JSON.stringify({ text: 'x'.repeat(2000) });

  it('refuse what says that it is too large', async () => {
    const answer = await request(url)
      .post('/api/example')
      .type('json')
      .set('Accept-Language', 'en')
      .send(big);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'body-too-large',
      detail: 'The body of the request is too large; the limit is 1 kB.',
    });
    expect(seen).toEqual([]);
  });

  it('refuse what turns out to be too large, and hand nothing to the plugin', async () => {
    const pieces = big.match(/.{1,300}/g)!;
    const answer = await sendChunked(`${url}/api/example`, pieces);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body).code).toBe('body-too-large');
    expect(seen).toEqual([]);
  });

  it('let through what fits, with and without a length', async () => {
    const small = JSON.stringify({ text: 'x' });
    const answer = await request(url)
      .post('/api/example')
      .type('json')
      .send(small);
    expect(answer.status).toBe(200);
    const chunked = await sendChunked(`${url}/api/example`, [...small]);
    expect(chunked.status).toBe(200);
    expect(seen).toEqual([{ text: 'x' }, { text: 'x' }]);
  });
});
