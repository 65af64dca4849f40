import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { buildTestEnvironment } from '../domain/__testUtils__/buildTestEnvironment';
import { createHostCluster } from './createHostCluster';
import type { HostCluster } from './HostCluster';
import { buildStatus, FakeApiServer } from './__testUtils__/FakeApiServer';

const env = buildTestEnvironment();
const ours = {
  metadata: {
    uid: 'uid-1',
    labels: { 'nerds.overheid.nl/cluster-id': env.id },
  },
  status: { phase: 'Active' },
};

describe('createHostCluster', () => {
  let server: FakeApiServer;
  let folder: string;
  let statusFile: string;
  let nowMs: number;
  let stop: AbortController;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    server = await FakeApiServer.start();
    folder = await mkdtemp(path.join(tmpdir(), 'host-cluster-'));
    statusFile = path.join(folder, 'status.json');
    nowMs = 0;
    stop = new AbortController();
    jest.clearAllMocks();
  });

  afterEach(async () => {
    stop.abort();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const create = (kubeconfigFile = server.kubeconfigFile): HostCluster =>
    createHostCluster({
      region: {
        name: 'local',
        kubeconfigFile,
        statusFile,
        oidc: {
          issuerUrl: 'https://sso.example.nl',
          clientId: 'nerds-kubectl',
          groupsPrefix: 'oidc:',
        },
        ingressNamespaceLabels: {},
      },
      logger,
      signal: stop.signal,
      now: () => nowMs,
    });

  const writeStatus = (status: object) =>
    writeFile(statusFile, JSON.stringify(status));

  describe('getAvailability', () => {
    it('tells version and address when the API server is ready', async () => {
      server.answer({ body: { gitVersion: 'v1.36.3' } });

      await expect(create().getAvailability()).resolves.toEqual({
        state: 'available',
        kubernetesVersion: 'v1.36.3',
        server: server.url,
      });
      expect(server.received.map(({ path: asked }) => asked).sort()).toEqual([
        '/readyz',
        '/version',
      ]);
    });

    it('asks once for everyone, and again after five seconds', async () => {
      server.answer({ body: {} });
      const hostCluster = create();

      await Promise.all([
        hostCluster.getAvailability(),
        hostCluster.getAvailability(),
      ]);
      nowMs = 4_999;
      await hostCluster.getAvailability();
      expect(server.received).toHaveLength(2);

      nowMs = 5_000;
      await hostCluster.getAvailability();
      expect(server.received).toHaveLength(4);
    });

    it('is starting as long as there is no kubeconfig', async () => {
      await expect(
        create(path.join(folder, 'absent')).getAvailability(),
      ).resolves.toMatchObject({
        state: 'starting',
        message: { nl: expect.stringContaining('nog niet gestart') },
      });
    });

    it('passes on what the launcher says while it builds', async () => {
      const message = { nl: 'etcd wordt gebouwd', en: 'building etcd' };
      await writeStatus({ state: 'starting', message });

      await expect(
        create(path.join(folder, 'absent')).getAvailability(),
      ).resolves.toEqual({ state: 'starting', message });
    });

    it('is unreachable, with the reason, when the launcher failed', async () => {
      const message = { nl: 'geen Go', en: 'no Go' };
      await writeStatus({ state: 'failed', message });

      await expect(
        create(path.join(folder, 'absent')).getAvailability(),
      ).resolves.toEqual({ state: 'unreachable', message });
    });

    it.each([
      ['nothing is said', undefined],
      ['the launcher thinks it is there', '{"state":"available"}'],
      ['the status is half written', '{"state":"sta'],
    ])('is unreachable when it fails and %s', async (_, status) => {
      if (status) {
        await writeFile(statusFile, status);
      }
      server.answer(buildStatus(500, 'InternalError'));

      await expect(create().getAvailability()).resolves.toMatchObject({
        state: 'unreachable',
        message: { nl: expect.stringContaining('storing') },
      });
    });

    it('says so before any other request would give up when there is no answer', async () => {
      server.answer('hang');

      await expect(create().getAvailability()).resolves.toMatchObject({
        state: 'unreachable',
        message: { en: expect.stringContaining('too slowly') },
      });
      // others have 12 seconds
    }, 10_000);

    it('logs a change once', async () => {
      server.answer('drop');
      const hostCluster = create();

      await hostCluster.getAvailability();
      nowMs += 5_000;
      await hostCluster.getAvailability();

      expect(logger.info).toHaveBeenCalledTimes(1);
      expect(logger.warn).not.toHaveBeenCalled();
    });
  });

  it('knows its namespace again after an answer that was lost', async () => {
    server.answer(
      'drop',
      buildStatus(409, 'AlreadyExists'),
      { body: ours },
      { body: ours },
    );

    await expect(create().ensureNamespace(env)).resolves.toEqual({
      namespaceUid: 'uid-1',
    });
    expect(server.received.map(({ method }) => method)).toEqual([
      'POST',
      'POST',
      'GET',
      'PATCH',
    ]);
    // so that the namespace is not made again if it goes at this moment
    expect(server.received[3].body).toMatchObject({
      metadata: { uid: 'uid-1' },
    });
  });

  it('makes the quota after everything it counts', async () => {
    server.answer({});

    await create().ensureGuardRails(env);

    const kinds = server.received.map(({ body }) => (body as any).kind);
    expect(kinds).toHaveLength(6);
    expect(kinds.at(-1)).toBe('ResourceQuota');
  });

  it('keeps the answer of the API server to itself', async () => {
    server.answer(buildStatus(403, 'Forbidden', 'user x may not'));

    const failure = await create()
      .ensureGuardRails(env)
      .catch(error => error);

    expect(failure).toMatchObject({
      name: 'HostClusterForbiddenError',
      reason: 'HostClusterForbidden',
      statusCode: 503,
    });
    expect(JSON.stringify(failure)).not.toContain('user x');
    expect(logger.error).toHaveBeenCalledWith(
      'Could not apply the guard-rails in region local',
      expect.objectContaining({ error: 'KubernetesApiError: user x may not' }),
    );
  });

  it('has no use to tell while there is no quota', async () => {
    server.answer(buildStatus(404, 'NotFound'));

    await expect(create().getUsage(env)).resolves.toEqual([]);
    await expect(create().checkQuotaEnforced(env)).resolves.toMatchObject({
      reason: 'QuotaNotApplied',
    });
  });

  it('waits while one of the two accesses is not there yet', async () => {
    server.answer(
      { body: { status: { allowed: true } } },
      { body: { status: { allowed: false } } },
    );

    await expect(create().checkAccessEffective(env)).resolves.toMatchObject({
      done: false,
      reason: 'AccessPending',
    });
  });

  it('leaves no Secret behind when there is no token for it', async () => {
    server.answer(
      { body: { metadata: { uid: 'secret-1' } } },
      buildStatus(422, 'Invalid'),
      {},
    );

    await expect(
      create().issueMachineKubeconfig(env, {
        credentialId: 'c1',
        lifetimeSeconds: 1,
      }),
    ).rejects.toMatchObject({ reason: 'HostClusterRejected' });
    expect(server.received.at(-1)).toMatchObject({
      method: 'DELETE',
      path: `/api/v1/namespaces/${env.kubernetesNamespace}/secrets/nerds-machine-c1`,
    });
  });

  it('ends what runs when the portal stops', async () => {
    server.answer('hang');
    const pending = create().listEvents(env);
    setTimeout(() => stop.abort(), 50);

    await expect(pending).rejects.toMatchObject({
      reason: 'HostClusterUnreachable',
    });
  });

  it.each([
    [{ lastTimestamp: '2026-01-01T00:00:00Z' }, '2026-01-01T00:00:00.000Z'],
    [
      { lastTimestamp: null, eventTime: '2026-01-01T00:00:00.5Z' },
      '2026-01-01T00:00:00.500Z',
    ],
    [
      {
        series: { lastObservedTime: '2026-01-03T00:00:00Z' },
        lastTimestamp: '2026-01-01T00:00:00Z',
      },
      '2026-01-03T00:00:00.000Z',
    ],
    [{}, '2025-12-31T00:00:00.000Z'],
  ])('takes the time of an event from %j', async (times, at) => {
    server.answer({
      body: {
        items: [
          {
            ...times,
            metadata: { creationTimestamp: '2025-12-31T00:00:00Z' },
            type: 'Normal',
          },
        ],
      },
    });

    await expect(create().listEvents(env)).resolves.toEqual([
      { at, source: 'kubernetes', type: 'Normal', reason: '', message: '' },
    ]);
  });
});
