import { mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError } from '@backstage/errors';
import express, { type Router } from 'express';
import request from 'supertest';
import { createApiRouter } from './createApiRouter';

const openApi = {
  openapi: '3.0.3',
  info: { title: 'Things', version: '1.2.3' },
  paths: {},
};

const addRoutes = (api: Router) => {
  api.get('/me', (_req, res) => res.json({ caller: res.locals.caller }));
};

const app = express().use(
  createApiRouter({
    openApi,
    logger: mockServices.logger.mock(),
    authenticate: async req => {
      const person = req.get('X-Person');
      if (!person) throw new AuthenticationError('nobody');
      return person;
    },
    addRoutes,
  }),
);

const get = (path: string, person = '') =>
  request(app).get(path).set('X-Person', person).set('Accept-Language', 'en');

describe('createApiRouter', () => {
  it('shows its description to everybody, on any site', async () => {
    const { status, body, headers } = await get('/v1/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(openApi);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'api-version': '1.2.3',
      'content-language': 'en',
    });
  });

  it('tells the routes who calls', async () => {
    const { status, body } = await get('/v1/me', 'somebody');
    expect(status).toBe(200);
    expect(body).toEqual({ caller: 'somebody' });
  });

  it.each(['/v1/me', '/v1/nothing'])(
    'lets nobody else know even whether %s exists',
    async path => {
      const { status, body, headers } = await get(path);
      expect(status).toBe(401);
      expect(body.code).toBe('not-authenticated');
      expect(headers['content-type']).toContain('application/problem+json');
    },
  );

  it.each(['/v1/me/', '/v1/Me', '/v1/nothing'])(
    'has no %s for who came in',
    async path => {
      const { status, body } = await get(path, 'somebody');
      expect(status).toBe(404);
      expect(body).toMatchObject({
        code: 'route-not-found',
        detail: 'This address does not exist.',
      });
    },
  );
});
