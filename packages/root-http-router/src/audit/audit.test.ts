import { getRequestContext } from '@nerds/request-context';
import express from 'express';
import request from 'supertest';
import { startPortal, stopPortals } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

function createRoutes() {
  const routes = express.Router();
  routes.use('/audited', (_req, res) => {
    getRequestContext()!.auditEventCount += 1;
    res.status(403).end();
  });
  routes.get('/read', (_req, res) => {
    res.json('x');
  });
  routes.use('/changed', (_req, res) => {
    res.status(201).json('x');
  });
  routes.use('/refused', (_req, res) => {
    res.status(403).end();
  });
  routes.use('/failed', (_req, res) => {
    res.status(409).end();
  });
  return routes;
}

describe('what the front door puts on record', () => {
  it('is every change and refusal that no plugin recorded, with who did it', async () => {
    const { url, events, issueToken } = await startPortal({
      routes: createRoutes(),
    });
    const token = await issueToken('user:default/anne');
    const send = (method: 'get' | 'post', path: string) =>
      request(url)
        [method](`/api/example${path}`)
        .set('Authorization', `Bearer ${token}`)
        .set('User-Agent', 'test');
    await send('get', '/read');
    await send('get', '/failed');
    await send('post', '/audited');
    await send('get', '/audited');
    expect(events).toEqual([]);

    const changed = await send('post', '/changed?q=what+people+typed');
    expect(events.splice(0)).toEqual([
      {
        act: 'front-door.change',
        object: 'request:POST /api/example/changed',
        result: 'succeeded',
        origin: {
          address: '127.0.0.1',
          userAgent: 'test',
          method: 'POST',
          path: '/api/example/changed',
        },
        actor: 'user:default/anne',
        at: expect.any(String),
        severity: 'medium',
        plugin: 'front-door',
        correlationId: changed.headers['x-correlation-id'],
        teams: [],
      },
    ]);
    await send('get', '/refused');
    await send('post', '/failed');
    expect(
      events.map(({ act, result, reason }) => ({ act, result, reason })),
    ).toEqual([
      {
        act: 'front-door.request-refused',
        result: 'refused',
        reason: 'NotAllowedError',
      },
      { act: 'front-door.change', result: 'failed', reason: 'HTTP 409' },
    ]);
  });

  it('is not what only reads, nor the question whether there is a session', async () => {
    const { url, events } = await startPortal({
      authRoutes: (_req, res) => {
        res.status(401).end();
      },
    });
    await request(url).get('/api/auth/oidc/refresh');
    await request(url).post('/api/catalog/entities/by-refs');
    await request(url).post('/api/permission/authorize');
    expect(events).toEqual([]);
    await request(url)
      .get('/api/auth/oidc/refresh')
      .set('Cookie', 'oidc-refresh-token=old');
    expect(events).toHaveLength(1);
  });

  it('is a count when one address is refused very often', async () => {
    const { url, events, backend } = await startPortal({
      routes: createRoutes(),
      trustProxy: 'loopback',
      config: { frontDoor: { auditedRefusalsPerMinute: 2 } },
    });
    const refused = (address: string) =>
      request(url).get('/api/example/refused').set('X-Forwarded-For', address);
    for (let i = 0; i < 5; i += 1) await refused('192.0.2.1');
    await refused('192.0.2.2');
    expect(events.map(event => event.origin.address)).toEqual([
      '192.0.2.1',
      '192.0.2.1',
      '192.0.2.2',
    ]);
    await backend.stop();
    expect(events.slice(3)).toEqual([
      expect.objectContaining({
        act: 'front-door.requests-refused',
        origin: { address: '192.0.2.1' },
        details: { count: 3 },
      }),
    ]);
  });
});
