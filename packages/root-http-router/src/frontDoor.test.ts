import { connect } from 'node:net';
import { NotAllowedError } from '@backstage/errors';
import { getRequestContext } from '@nerds/request-context';
import express from 'express';
import request from 'supertest';
import { startPortal, stopPortals } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the front door', () => {
  it('gives every request a number of its own, whatever the caller sends', async () => {
    const routes = express.Router();
    routes.get('/number', (_req, res) => res.json(getRequestContext()));
    const { url } = await startPortal({ routes });
    const answer = await request(url)
      .get('/api/example/number')
      .set('X-Correlation-Id', 'chosen by the caller');
    expect(answer.headers['x-correlation-id']).toMatch(UUID);
    expect(answer.body).toEqual({
      correlationId: answer.headers['x-correlation-id'],
      address: '127.0.0.1',
      auditEventCount: 0,
    });
    const missing = await request(url).get('/api/nowhere');
    expect(missing.headers['x-correlation-id']).toMatch(UUID);
    expect(missing.status).toBe(404);
    expect(missing.body.code).toBe('route-not-found');
  });

  it('believes the address that a proxy names only when the proxy is trusted', async () => {
    const routes = express.Router();
    routes.get('/', (_req, res) => res.json(getRequestContext()?.address));
    const [distrusting, trusting] = [
      await startPortal({ routes }),
      await startPortal({ routes, trustProxy: 'loopback' }),
    ];
    const ask = async (url: string) => {
      const answer = await request(url)
        .get('/api/example')
        .set('X-Forwarded-For', '192.0.2.7');
      return answer.body;
    };
    expect(await ask(distrusting.url)).toBe('127.0.0.1');
    expect(await ask(trusting.url)).toBe('192.0.2.7');
  });

  it('puts strict headers on pages, answers and refusals', async () => {
    const { url } = await startPortal({
      routes: (_req, res) => res.json('data'),
    });
    const data = await request(url).get('/api/example');
    const page = await request(url).get('/catalog');
    for (const { headers } of [data, page]) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
    expect(data.headers['cache-control']).toBe('no-store');
    expect(data.headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const policy = page.headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/\*|https?:|script-src [^;]*unsafe-inline/);
  });

  it('asks browsers to use TLS only where people do', async () => {
    const { url } = await startPortal({
      baseUrl: 'https://portaal.example.nl',
      routes: (_req, res) => res.json('data'),
    });
    const { headers } = await request(url).get('/api/example');
    expect(headers['strict-transport-security']).toBe(
      'max-age=63072000; includeSubDomains',
    );
    const page = await request(url).get('/');
    expect(page.headers['content-security-policy']).toContain(
      'upgrade-insecure-requests',
    );
  });

  it('does not let a plugin loosen the policy, and completes a tighter one', async () => {
    const routes = express.Router();
    routes.get('/loose', (_req, res) => {
      res.set('Content-Security-Policy', 'script-src *').send('x');
    });
    routes.get('/popup', (_req, res) => {
      res.set('Content-Security-Policy', "script-src 'sha256-AAAA'").send('x');
    });
    const { url } = await startPortal({ routes });
    const loose = await request(url).get('/api/example/loose');
    expect(loose.headers['content-security-policy']).not.toContain('*');
    const popup = await request(url).get('/api/example/popup');
    expect(popup.headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'sha256-AAAA'",
    );
  });

  it('makes every cookie HttpOnly, SameSite and, over TLS, Secure', async () => {
    const routes = express.Router();
    routes.get('/', (_req, res) => {
      res.cookie('bare', 'a');
      res.cookie('open', 'b', { sameSite: 'none', path: '/x', maxAge: 1000 });
      res.cookie('strict', 'c', { sameSite: 'strict', httpOnly: true });
      res.clearCookie('gone', { path: '/api' });
      res.end();
    });
    const { url } = await startPortal({
      routes,
      baseUrl: 'https://portaal.example.nl',
    });
    const { headers } = await request(url).get('/api/example');
    expect(headers['set-cookie']).toEqual([
      'bare=a; Path=/; HttpOnly; Secure; SameSite=Lax',
      expect.stringMatching(
        /^open=b; Max-Age=1; Path=\/x; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
      ),
      'strict=c; Path=/; HttpOnly; Secure; SameSite=Strict',
      'gone=; Path=/api; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it('serves security.txt when it is configured', async () => {
    const configured = await startPortal({
      config: {
        frontDoor: {
          securityTxt: {
            contact: ['mailto:security@example.nl'],
            policy: 'https://example.nl/cvd',
          },
        },
      },
    });
    const { status, text, type } = await request(configured.url).get(
      '/.well-known/security.txt',
    );
    expect({ status, type }).toEqual({ status: 200, type: 'text/plain' });
    const [, expires] = /^Expires: (.*)$/m.exec(text)!;
    expect(Date.parse(expires)).toBeGreaterThan(Date.now());
    expect(Date.parse(expires)).toBeLessThan(Date.now() + 365 * 86_400_000);
    expect(text.replace(expires, '…')).toBe(
      [
        'Contact: mailto:security@example.nl',
        'Expires: …',
        'Preferred-Languages: nl, en',
        `Canonical: ${configured.url}/.well-known/security.txt`,
        'Policy: https://example.nl/cvd',
        '',
      ].join('\n'),
    );
    const bare = await startPortal({});
    const missing = await request(bare.url).get('/.well-known/security.txt');
    expect(missing.status).toBe(404);
  });

  it('stops although somebody waits for an answer', async () => {
    const { backend, port } = await startPortal({
      routes: () => {
        // a long poll: no answer
      },
    });
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise(resolve => {
      socket.once('close', resolve);
    });
    socket.write('GET /api/example HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise(resolve => setTimeout(resolve, 200));
    await backend.stop();
    await expect(closed).resolves.toBe(false);
  });

  it('lets the error of a plugin be its status', async () => {
    const { url } = await startPortal({
      routes: () => {
        throw new NotAllowedError('not this one');
      },
    });
    const { status, body } = await request(url).get('/api/example/x?q=1');
    expect(status).toBe(403);
    expect(body).toMatchObject({
      error: { name: 'NotAllowedError', message: 'not this one' },
      response: { statusCode: 403 },
    });
  });
});
