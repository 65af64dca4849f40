import { ForwardedError, InputError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { startPortal, stopPortals } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

const SECRET = 'password=hunter2 at db.internal:5432';

function createRoutes() {
  const routes = express.Router();
  routes.get('/thrown', () => {
    throw new Error(SECRET);
  });
  routes.get('/down', (_req, res) => {
    res.status(503).json({
      error: { name: 'ServiceUnavailableError', message: SECRET },
    });
  });
  routes.get('/page', (_req, res) => {
    res.status(500).type('html').send(`<pre>Error: ${SECRET}</pre>`);
  });
  routes.get('/empty', (_req, res) => {
    res.status(500).end();
  });
  routes.get('/streamed', (_req, res) => {
    res.writeHead(502, { 'Content-Type': 'text/plain' });
    res.write('upstream said: ');
    res.end(SECRET);
  });
  routes.get('/forwarded', () => {
    throw new ForwardedError(
      'The name is taken',
      Object.assign(new InputError('x'), { body: SECRET, message: SECRET }),
    );
  });
  routes.get('/nested', (_req, res) => {
    res.status(400).json({
      errors: [{ path: '/name', message: 'too short', stack: SECRET }],
      error: {
        name: 'InputError',
        message: `Bad name; caused by Error: ${SECRET}`,
        code: 'E1',
        response: { body: SECRET },
        cause: { message: SECRET },
      },
    });
  });
  routes.get('/refused-page', (_req, res) => {
    res.status(404).type('html').send(`<pre>${SECRET}</pre>`);
  });
  routes.get('/trace', (_req, res) => {
    res
      .status(400)
      .type('text')
      .send(`Error: no\n    at ${SECRET} (/app/x.js:1:2)`);
  });
  routes.get('/plain', (_req, res) => {
    res.status(404).type('text').send('File Not Found');
  });
  routes.get('/problem', (_req, res) => {
    res
      .status(500)
      .type('application/problem+json')
      .send('{"code":"internal-error","status":500}');
  });
  routes.get('/fine', (_req, res) => {
    res.write('{"stack":');
    res.end('"of plates"}');
  });
  return routes;
}

describe('errors of plugins', () => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startPortal({ routes: createRoutes() }));
  });

  it.each([
    ['/thrown', 500, 'Error'],
    ['/down', 503, 'ServiceUnavailableError'],
    ['/page', 500, 'Error'],
    ['/empty', 500, 'Error'],
    ['/streamed', 502, 'Error'],
  ])('become a sentence with a number at %s', async (path, status, name) => {
    const answer = await request(url)
      .get(`/api/example${path}?q=secret`)
      .set('Accept-Language', 'en');
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('hunter2');
    expect(answer.type).toBe('application/json');
    expect(answer.body).toEqual({
      error: {
        name,
        message: expect.stringContaining(answer.headers['x-correlation-id']),
      },
      request: { method: 'GET', url: `/api/example${path}` },
      response: { statusCode: status },
    });
  });

  it('are in Dutch for who does not ask for English', async () => {
    const { body } = await request(url).get('/api/example/thrown');
    expect(body.error.message).toMatch(/^Er ging iets mis in het portaal/);
  });

  it('say what the caller did wrong, and nothing that an upstream said', async () => {
    const forwarded = await request(url).get('/api/example/forwarded');
    expect(forwarded.status).toBe(400);
    expect(forwarded.text).not.toContain('hunter2');
    expect(forwarded.body.error).toEqual({
      name: 'InputError',
      message: 'The name is taken',
    });
    const nested = await request(url).get('/api/example/nested');
    expect(nested.body).toEqual({
      errors: [{ path: '/name', message: 'too short' }],
      error: { name: 'InputError', message: 'Bad name', code: 'E1' },
    });
  });

  it.each(['/refused-page', '/trace'])(
    'are replaced when they are no message for people: %s',
    async path => {
      const answer = await request(url).get(`/api/example${path}`);
      expect(answer.text).not.toContain('hunter2');
      expect(answer.body.error.message).toContain(
        answer.headers['x-correlation-id'],
      );
    },
  );

  it('stay as they are when there is nothing to hide', async () => {
    const plain = await request(url).get('/api/example/plain');
    expect({ status: plain.status, text: plain.text }).toEqual({
      status: 404,
      text: 'File Not Found',
    });
    const problem = await request(url).get('/api/example/problem');
    expect(JSON.parse(problem.text)).toEqual({
      code: 'internal-error',
      status: 500,
    });
    const fine = await request(url).get('/api/example/fine');
    expect(fine.text).toBe('{"stack":"of plates"}');
  });
});
