import express from 'express';
import request from 'supertest';
import { getCaller } from './Caller';
import type { CallerVerifier } from './CallerVerifier';
import { createCallerMiddleware } from './createCallerMiddleware';

function start(options: { exchangedToken?: string } = {}) {
  const verify = jest.fn(async (token: string) => ({
    kind: 'person' as const,
    ref: `user:default/${token}`,
  }));
  const callers = createCallerMiddleware({
    verify,
  } as unknown as CallerVerifier);
  const app = express();
  app.use(
    callers,
    (req, _res, next) => {
      if (options.exchangedToken) {
        req.headers.authorization = `Bearer ${options.exchangedToken}`;
      }
      next();
    },
    callers,
    (req, res) => res.json(getCaller(req) ?? null),
  );
  const ask = (path: string) =>
    request(app).get(path).set('Authorization', 'Bearer jan');
  return { ask, verify };
}

describe('createCallerMiddleware', () => {
  it('checks the same token of a request once', async () => {
    const { ask, verify } = start();
    const { body } = await ask('/api/catalog/entities');
    expect(body).toEqual({ kind: 'person', ref: 'user:default/jan' });
    expect(verify).toHaveBeenCalledTimes(1);
    // the next request is another one
    await ask('/api/catalog/entities');
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it('checks a token that a request got on the way', async () => {
    const { ask } = start({ exchangedToken: 'robot' });
    const { body } = await ask('/api/catalog/entities');
    expect(body.ref).toBe('user:default/robot');
  });

  it('looks at calls of plugins alone', async () => {
    const { ask, verify } = start();
    expect((await ask('/catalog')).body).toBeNull();
    expect(verify).not.toHaveBeenCalled();
  });
});
