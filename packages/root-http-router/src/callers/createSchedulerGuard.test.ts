import express from 'express';
import { SignJWT, generateKeyPair } from 'jose';
import request from 'supertest';
import { startPortal, stopPortals } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

const TASKS = '/api/example/.backstage/scheduler/v1/tasks';

describe('the scheduled tasks of a plugin', () => {
  const routes = express.Router();
  routes.use('/.backstage/scheduler', (_req, res) => res.json('done'));

  it.each([
    ['get', TASKS],
    ['post', `${TASKS}/sync/trigger`],
    ['post', `${TASKS}/sync/cancel`],
    ['get', TASKS.replace('scheduler', 'Scheduler')],
  ] as const)('are not for who is signed in: %s %s', async (method, path) => {
    const { url, issueToken } = await startPortal({ routes });
    const token = await issueToken('user:default/platform-engineer');
    const answer = await request(url)
      [method](path)
      .set('Authorization', `Bearer ${token}`);
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('tasks-are-for-plugins');
    const byCookie = await request(url)
      [method](path)
      .set('Cookie', `backstage-auth=${token}`);
    expect(byCookie.status).toBe(403);
  });

  it('are there for plugins', async () => {
    const { url } = await startPortal({ routes });
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT({ sub: 'catalog-sources', aud: 'example' })
      .setProtectedHeader({ alg: 'ES256', typ: 'vnd.backstage.plugin' })
      .sign(privateKey);
    const answer = await request(url)
      .post(`${TASKS}/sync/trigger`)
      .set('Authorization', `Bearer ${token}`);
    expect(answer.body).toBe('done');
  });
});
