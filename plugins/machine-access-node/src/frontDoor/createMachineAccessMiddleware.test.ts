import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import express, { type Express } from 'express';
import request from 'supertest';
import { createMachineSecret } from '../secret/machineSecret';
import { createMachineAccessMiddleware } from './createMachineAccessMiddleware';
import { FRONT_DOOR_HEADER, isFrontDoorRequest } from './frontDoorKey';
import { readFrontDoorOptions } from './readFrontDoorOptions';

const CONFIG = new ConfigReader({
  auth: { session: { secret: 'session-secret' } },
  machineAccess: {
    workloadIdentities: [{ issuer: 'https://ci.example' }],
  },
});

const toJwt = (claims: object) =>
  ['{}', JSON.stringify(claims), 'signature']
    .map(part => Buffer.from(part).toString('base64url'))
    .join('.');

const MACHINE_JWT = toJwt({ sub: 'user:machine/deploy-ab2c3d' });
const SECRET = createMachineSecret('deploy-ab2c3d');

/** Stands in for the auth plugin, in the shape of its answers. */
async function startExchange() {
  const seen: { headers: NodeJS.Dict<string | string[]>; body: any }[] = [];
  const exchange = {
    seen,
    status: 200,
    body: JSON.stringify({ backstageIdentity: { token: 'inside' } }),
    server: undefined as unknown as Server,
    url: '',
  };
  const app = express();
  app.use(express.json());
  app.post('/refresh', (req, res) => {
    seen.push({ headers: req.headers, body: req.body });
    res.status(exchange.status).send(exchange.body);
  });
  exchange.server = createServer(app);
  await new Promise<void>(resolve => {
    exchange.server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = exchange.server.address() as AddressInfo;
  exchange.url = `http://127.0.0.1:${port}/refresh`;
  return exchange;
}

describe('createMachineAccessMiddleware', () => {
  const logger = mockServices.logger.mock();
  const options = readFrontDoorOptions(CONFIG);
  let exchange: Awaited<ReturnType<typeof startExchange>>;
  let app: Express;

  beforeAll(async () => {
    exchange = await startExchange();
  });
  afterAll(() => exchange.server.close());
  beforeEach(() => {
    exchange.seen.length = 0;
    exchange.status = 200;
    jest.clearAllMocks();
    app = express();
    app.use(
      createMachineAccessMiddleware({
        ...options,
        exchangeUrl: async () => exchange.url,
        logger,
      }),
    );
    app.use((req, res) => {
      res.json({ seen: req.headers.authorization, raw: req.rawHeaders });
    });
  });

  it('swaps a named token and tells what it is used for, never the query', async () => {
    const { body } = await request(app)
      .get('/api/free-tier/v1/clusters?secret=1')
      .set('Authorization', `Bearer ${SECRET}`)
      .expect(200);
    expect(body.seen).toBe('Bearer inside');
    expect(JSON.stringify(body)).not.toContain(SECRET);
    expect(exchange.seen).toEqual([
      {
        headers: expect.objectContaining({
          [FRONT_DOOR_HEADER]: options.frontDoorKey,
        }),
        body: {
          credential: SECRET,
          address: expect.stringContaining('127.0.0.1'),
          request: 'GET /api/free-tier/v1/clusters',
        },
      },
    ]);
    expect(isFrontDoorRequest(exchange.seen[0], options.frontDoorKey)).toBe(
      true,
    );
  });

  it('asks anew for every request', async () => {
    const call = async () =>
      (await request(app).get('/x').set('Authorization', `Bearer ${SECRET}`))
        .status;
    await expect(call()).resolves.toBe(200);
    exchange.status = 401;
    await expect(call()).resolves.toBe(401);
  });

  it('swaps the OIDC token of a configured issuer, and no other', async () => {
    const send = (jwt: string) =>
      request(app).get('/x').set('Authorization', `bearer ${jwt}`);
    const known = await send(toJwt({ iss: 'https://ci.example', sub: 'a' }));
    expect(known.body.seen).toBe('Bearer inside');
    const jwt = toJwt({ iss: 'https://other.example', sub: 'a' });
    const unknown = await send(jwt);
    expect(unknown.body.seen).toBe(`bearer ${jwt}`);
    expect(exchange.seen).toHaveLength(1);
  });

  it.each([
    ['no token', undefined],
    ['a token of a person', `Bearer ${toJwt({ sub: 'user:default/ann' })}`],
    ['a token of a plugin', `Bearer ${toJwt({ sub: 'catalog' })}`],
    ['another scheme', `Basic ${SECRET}`],
    ['something else', 'Bearer a.b.c'],
  ])('leaves %s as it is', async (_title, authorization) => {
    const { body } = await request(app)
      .get('/x')
      .set(authorization ? { Authorization: authorization } : {})
      .expect(200);
    expect(body.seen).toBe(authorization);
    expect(exchange.seen).toEqual([]);
  });

  it.each([
    ['as a bearer token', { Authorization: `Bearer ${MACHINE_JWT}` }],
    ['as a cookie', { Cookie: `a=b; backstage-auth=${MACHINE_JWT}` }],
    [
      'in other letters',
      { Authorization: `Bearer ${toJwt({ sub: 'User:Machine/x' })}` },
    ],
    [
      'as a cookie beside a token that counts',
      {
        Authorization: `Bearer ${SECRET}`,
        Cookie: `backstage-auth="${MACHINE_JWT}"`,
      },
    ],
  ])('refuses what was made for a machine inside, %s', async (_t, headers) => {
    const { body } = await request(app).get('/x').set(headers).expect(401);
    expect(body.code).toBe('machine-identity-from-outside');
    expect(exchange.seen).toEqual([]);
  });

  it('lets Backstage ask of which teams a machine is', async () => {
    const ask = async (method: 'get' | 'post', path: string) =>
      (
        await request(app)
          [method](path)
          .set('Authorization', `Bearer ${MACHINE_JWT}`)
      ).status;
    await expect(ask('get', '/api/auth/v1/userinfo')).resolves.toBe(200);
    await expect(ask('post', '/api/auth/v1/userinfo')).resolves.toBe(401);
    await expect(ask('get', '/api/auth/v1/userinfo/')).resolves.toBe(401);
  });

  it('refuses a slip without asking, in the language of the caller', async () => {
    const answer = await request(app)
      .get('/x')
      .set('Authorization', `Bearer ${SECRET.slice(0, -1)}`)
      .set('Accept-Language', 'en')
      .expect(401)
      .expect('Content-Type', /^application\/problem\+json/)
      .expect('WWW-Authenticate', 'Bearer error="invalid_token"');
    expect(JSON.parse(answer.text)).toEqual({
      type: 'urn:nerds:problem:machine-credential-incomplete',
      title: 'Not signed in',
      status: 401,
      detail: expect.stringMatching(/incomplete/),
      code: 'machine-credential-incomplete',
    });
    expect(exchange.seen).toEqual([]);
  });

  it('says so when a credential does not count', async () => {
    exchange.status = 401;
    const answer = await request(app)
      .get('/x')
      .set('Authorization', `Bearer ${SECRET}`)
      .expect(401)
      .expect('Content-Language', 'nl');
    expect(answer.text).toContain('machine-credential-refused');
  });

  it.each([
    ['down', 503, '{}'],
    ['not there', 404, '{}'],
    ['something else', 200, '<html>'],
  ])('answers 503 when the exchange is %s', async (_title, status, body) => {
    const good = exchange.body;
    Object.assign(exchange, { status, body });
    const answer = await request(app)
      .get('/x')
      .set('Authorization', `Bearer ${SECRET}`)
      .expect(503)
      .expect('Retry-After', '10');
    exchange.body = good;
    expect(answer.text).toContain('machine-credential-unchecked');
    expect(JSON.stringify(logger.error.mock.calls)).not.toContain(SECRET);
  });
});
