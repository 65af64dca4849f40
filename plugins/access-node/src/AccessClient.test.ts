import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { accessServiceRef } from './AccessService';

interface Asked {
  method?: string;
  url?: string;
  authorization?: string;
  body: string;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('accessServiceRef', () => {
  let server: Server;
  let answer: { status: number; body: unknown };
  let asked: Asked[];

  beforeAll(async () => {
    const respond = async (
      request: IncomingMessage,
      response: ServerResponse,
    ) => {
      const { method, url, headers } = request;
      const { authorization } = headers;
      asked.push({ method, url, authorization, body: await readBody(request) });
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    };
    server = createServer((request, response) => {
      respond(request, response).catch(error => response.destroy(error));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    await new Promise(resolve => {
      server.close(resolve);
    });
  });
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: {} };
  });

  const createClient = async (
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  ) =>
    ServiceFactoryTester.from(
      mockServices.discovery.mock({ getBaseUrl: async () => baseUrl }).factory,
    ).getService(accessServiceRef, 'permission');

  it('asks as the plugin that asks, and answers what counts', async () => {
    const snapshot = { grants: [], revokedMembers: [] };
    answer.body = snapshot;
    const client = await createClient();
    await expect(client.getPolicySnapshot()).resolves.toEqual(snapshot);
    expect(asked).toEqual([
      {
        method: 'GET',
        url: '/internal/policy-snapshot',
        authorization: expect.stringMatching(/^Bearer mock-service-token/),
        body: '',
      },
    ]);
    expect(asked[0].authorization).toContain('plugin:permission');
    expect(asked[0].authorization).toContain('access');
  });

  it('tells who signs in and answers the teams that count', async () => {
    answer.body = { teams: ['group:default/a'] };
    const client = await createClient();
    const signIn = {
      userEntityRef: 'user:default/jan',
      teams: ['group:default/a', 'group:default/b'],
    };
    await expect(client.recordSignIn(signIn)).resolves.toEqual(answer.body);
    expect(JSON.parse(asked[0].body)).toEqual(signIn);
  });

  it.each([500, 401, 404])('is unavailable after a %d', async status => {
    answer = { status, body: { secret: 'x' } };
    const client = await createClient();
    await expect(client.getPolicySnapshot()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining('secret'),
    });
  });

  it('is unavailable when nobody answers', async () => {
    const client = await createClient('http://127.0.0.1:1');
    await expect(client.getPolicySnapshot()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('no connection'),
    });
  });
});
