import express from 'express';
import request from 'supertest';
import { startPortal, stopPortals } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

const LOCATION = '/api/catalog/locations/1b9d6bcd';

describe('a location of the catalog', () => {
  const routes = express.Router();
  routes.all(['/locations', '/locations/:id'], (_req, res) => res.json('done'));

  async function startCatalog() {
    const { url, issueToken } = await startPortal({
      routes,
      pluginId: 'catalog',
    });
    const authorization = `Bearer ${await issueToken('user:default/someone')}`;
    return { url, authorization };
  }

  it.each([
    LOCATION,
    `${LOCATION}/`,
    LOCATION.replace('locations', 'Locations'),
  ])('is not pointed elsewhere by who is signed in: %s', async path => {
    const { url, authorization } = await startCatalog();
    const answer = await request(url)
      .put(path)
      .set('Authorization', authorization)
      .send({ type: 'url', target: 'https://example.nl/catalog-info.yaml' });
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('location-is-fixed');
  });

  it.each([
    ['get', LOCATION],
    ['delete', LOCATION],
    ['post', '/api/catalog/locations'],
  ] as const)('leaves the rest to the catalog: %s %s', async (method, path) => {
    const { url, authorization } = await startCatalog();
    const answer = await request(url)
      [method](path)
      .set('Authorization', authorization);
    expect(answer.body).toBe('done');
  });

  it('leaves who is not signed in to the catalog', async () => {
    const { url } = await startCatalog();
    const answer = await request(url).put(LOCATION);
    expect(answer.body).toBe('done');
  });
});
