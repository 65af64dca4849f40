import { rm } from 'node:fs/promises';
import { buildLimitRange } from '../domain/buildLimitRange';
import { buildNamespace } from '../domain/buildNamespace';
import { buildTestEnvironment } from '../domain/__testUtils__/buildTestEnvironment';
import { KubeconfigConnection } from './KubeconfigConnection';
import { KubernetesApiClient } from './KubernetesApiClient';
import { buildStatus, FakeApiServer } from './__testUtils__/FakeApiServer';

const env = buildTestEnvironment();
const namespace = buildNamespace(env);

describe('KubernetesApiClient', () => {
  let server: FakeApiServer;
  let connection: KubeconfigConnection;
  let client: KubernetesApiClient;

  beforeEach(async () => {
    server = await FakeApiServer.start();
    connection = new KubeconfigConnection(server.kubeconfigFile);
    client = new KubernetesApiClient(connection, {
      timeoutMs: 500,
      retryBudgetMs: 3_000,
    });
  });

  afterEach(async () => {
    connection.close();
    await server.stop();
  });

  it('applies as the owner of its fields, by force, with its account', async () => {
    server.answer({ body: { kind: 'LimitRange' } });
    const limits = buildLimitRange(env);

    await client.apply(limits);

    expect(server.received).toEqual([
      expect.objectContaining({
        method: 'PATCH',
        path: `/api/v1/namespaces/${env.kubernetesNamespace}/limitranges/nerds-limits`,
        query: { fieldManager: 'nerds-portal', force: 'true' },
        contentType: 'application/apply-patch+yaml',
        authorization: 'Bearer token-1',
        body: limits,
      }),
    ]);
  });

  it('uses one connection for requests after each other', async () => {
    server.answer({});

    for (let count = 0; count < 5; count += 1) {
      await client.get(namespace);
    }

    const connections = server.received.map(({ connection: port }) => port);
    expect(connections).toHaveLength(5);
    expect(new Set(connections).size).toBe(1);
  });

  it('uses a kubeconfig that was replaced, without a restart', async () => {
    server.answer({});
    await client.get(namespace);

    await server.writeKubeconfig('token-number-2');
    await client.get(namespace);

    expect(server.received.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-number-2',
    ]);
  });

  it.each([
    ['429', buildStatus(429, 'TooManyRequests')],
    ['500', buildStatus(500, 'InternalError')],
    ['502 of a proxy', { status: 502, body: '<html>bad gateway</html>' }],
    ['503', buildStatus(503, 'ServiceUnavailable')],
    ['504', buildStatus(504, 'Timeout')],
    ['a dropped connection', 'drop' as const],
    ['no answer in time', 'hang' as const],
  ])('tries again after %s', async (_, answer) => {
    server.answer(answer, { body: { metadata: { uid: 'u1' } } });

    await expect(client.create(namespace)).resolves.toEqual({
      metadata: { uid: 'u1' },
    });
    expect(server.received).toHaveLength(2);
  });

  it('waits as long as Retry-After asks', async () => {
    server.answer(
      { status: 429, headers: { 'retry-after': '1' } },
      { body: {} },
    );
    const startedAt = performance.now();

    await client.get(namespace);

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1_000);
  });

  it('gives up when Retry-After asks for more than it may wait', async () => {
    server.answer({ status: 429, headers: { 'retry-after': '60' } });

    await expect(client.get(namespace)).rejects.toMatchObject({
      httpStatus: 429,
      retryAfterMs: 60_000,
    });
    expect(server.received).toHaveLength(1);
  });

  it('gives up after a number of attempts', async () => {
    server.answer(buildStatus(503, 'ServiceUnavailable'));

    await expect(client.get(namespace)).rejects.toMatchObject({
      httpStatus: 503,
    });
    expect(server.received).toHaveLength(6);
  });

  it.each([
    [400, 'BadRequest'],
    [401, 'Unauthorized'],
    [403, 'Forbidden'],
    [404, 'NotFound'],
    [409, 'AlreadyExists'],
    [410, 'Expired'],
    [422, 'Invalid'],
  ])('does not try again after %s %s', async (status, reason) => {
    server.answer(buildStatus(status, reason));

    await expect(client.create(namespace)).rejects.toMatchObject({
      httpStatus: status,
      reason,
    });
    expect(server.received).toHaveLength(1);
  });

  it('applies again when another write came in between', async () => {
    server.answer(buildStatus(409, 'Conflict'), { body: { ok: true } });

    await expect(client.apply(namespace)).resolves.toEqual({ ok: true });
  });

  it.each([
    ['it is gone', buildStatus(404, 'NotFound')],
    ['another has its name by now', buildStatus(409, 'Conflict')],
  ])('counts a delete as done when %s', async (_, answer) => {
    server.answer(answer);

    await client.delete(namespace, 'uid-1');

    expect(server.received).toEqual([
      expect.objectContaining({
        method: 'DELETE',
        body: { preconditions: { uid: 'uid-1' } },
      }),
    ]);
  });

  it('reports a conflict of a delete without a uid', async () => {
    server.answer(buildStatus(409, 'Conflict'));

    await expect(client.delete(namespace)).rejects.toMatchObject({
      httpStatus: 409,
    });
  });

  it('stops at once when its caller stops', async () => {
    server.answer('hang');
    const controller = new AbortController();
    const pending = client.request({
      method: 'GET',
      path: '/version',
      timeoutMs: 60_000,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 50);

    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.received).toHaveLength(1);
  });

  it('says so when there is no kubeconfig', async () => {
    await rm(server.kubeconfigFile);

    await expect(client.get(namespace)).rejects.toMatchObject({
      name: 'KubeconfigError',
      reason: 'Missing',
    });
    await server.writeKubeconfig('for-the-cleaning-up');
  });
});
