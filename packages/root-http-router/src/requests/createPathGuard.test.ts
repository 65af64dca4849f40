import express from 'express';
import request from 'supertest';
import { startPortal, stopPortals } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

describe('the path of a call', () => {
  // as plugins and Backstage do: routers in routers
  const inner = express.Router();
  inner.all(
    ['/.backstage/scheduler/v1/tasks', '/locations/:id', '/:provider/start'],
    (_req, res) => res.json('done'),
  );
  const routes = express.Router().use('/', inner).use('/v1', inner);

  const start = async () => {
    const { url, issueToken } = await startPortal({
      routes,
      authRoutes: inner,
      pluginId: 'catalog',
    });
    const authorization = `Bearer ${await issueToken('user:default/someone')}`;
    return (method: 'get' | 'put', path: string) =>
      request(url)[method](path).set('Authorization', authorization);
  };

  it.each([
    ['get', '/api/catalog//.backstage/scheduler/v1/tasks'],
    ['get', '/API/Catalog//.backstage/scheduler/v1/tasks'],
    ['get', '/api/catalog///.backstage/scheduler/v1/tasks'],
    ['put', '/api/catalog//locations/1b9d6bcd'],
    ['put', '/api/catalog/v1//locations/1b9d6bcd'],
    ['get', '/api//catalog/.backstage/scheduler/v1/tasks'],
  ] as const)(
    'gets nobody past a guard with a slash too many: %s %s',
    async (method, path) => {
      const call = await start();
      const { status, body } = await call(method, path);
      expect(status).toBe(404);
      expect(body.code).toBe('route-not-found');
    },
  );

  it('sends nobody elsewhere with a slash too many', async () => {
    const call = await start();
    const { status } = await call(
      'get',
      '/api/auth//oidc/start?redirectUrl=https://evil.example',
    );
    expect(status).toBe(404);
  });

  it('leaves slashes in what is asked alone', async () => {
    const call = await start();
    const path = '/api/catalog/locations/1b9d6bcd';
    const { body } = await call('get', `${path}?target=https://x.nl//y`);
    expect(body).toBe('done');
  });
});
