import { parse } from 'yaml';
import { fakeErrors } from './__testUtils__/fakeErrors';
import {
  buildRequest,
  startFreeTier,
  type FreeTierUnderTest,
} from './__testUtils__/startFreeTier';
import { createTestDatabases } from './__testUtils__/testLedger';

const initDatabase = createTestDatabases();
const DEV = 'dev-burgerzaken';

jest.setTimeout(30_000);

describe('free-tier plugin', () => {
  let app: FreeTierUnderTest;

  beforeAll(async () => {
    app = await startFreeTier({ knex: await initDatabase() });
  });
  afterAll(async () => app.backend.stop());
  beforeEach(async () => app.reset());

  async function createCluster(overrides = {}, name = DEV) {
    const { body, status } = await app
      .call(name, 'post', '/clusters')
      .send(buildRequest(overrides));
    expect(status).toBe(201);
    return body;
  }

  async function createReadyCluster(overrides = {}, name = DEV) {
    const { id } = await createCluster(overrides, name);
    return app.waitForState(name, id, 'ready');
  }

  describe('the whole way', () => {
    it('makes a cluster, shows it, hands out access and deletes it', async () => {
      const created = await app
        .call(DEV, 'post', '/clusters')
        .send(buildRequest());
      expect(created.status).toBe(201);
      expect(created.headers.location).toBe(
        `/api/free-tier/v1/clusters/${created.body.id}`,
      );
      expect(created.body).toMatchObject({
        ...buildRequest(),
        createdBy: 'user:default/dev-burgerzaken',
        permissions: { connect: false, retry: false, delete: true },
      });
      const { id } = created.body;

      const ready = await app.waitForState(DEV, id, 'ready');
      expect(
        ready.conditions.every(
          (condition: { status: string }) => condition.status === 'True',
        ),
      ).toBe(true);
      expect(ready).toMatchObject({
        server: 'https://127.0.0.1:6443',
        permissions: { connect: true, retry: false, delete: true },
        quota: [
          { resource: 'pods', hard: '20', used: '1' },
          { resource: 'requests.cpu', hard: '2', used: '1' },
        ],
      });
      const livesForDays =
        (Date.parse(ready.expiresAt) - Date.parse(ready.createdAt)) /
        86_400_000;
      expect(livesForDays).toBe(90);

      const list = await app.call(DEV, 'get', '/clusters');
      expect(list.body.items.map((item: { id: string }) => item.id)).toEqual([
        id,
      ]);

      const person = await app
        .call(DEV, 'post', `/clusters/${id}/kubeconfigs`)
        .send({ kind: 'person' });
      expect(person.status).toBe(201);
      expect(person.body).toEqual({
        kind: 'person',
        kubeconfig: expect.objectContaining({ kind: 'Config' }),
      });

      const deleting = await app.call(DEV, 'delete', `/clusters/${id}`);
      expect(deleting.status).toBe(202);
      expect(deleting.body.state).toBe('deleting');
      await app.waitForState(DEV, id, 'deleted');
      expect(app.hostCluster.namespaces.size).toBe(0);
      const again = await app.call(DEV, 'delete', `/clusters/${id}`);
      expect(again.status).toBe(202);
      expect(again.body.state).toBe('deleted');

      const events = await app.call(DEV, 'get', `/clusters/${id}/events`, {
        'Accept-Language': 'en',
      });
      expect(
        events.body.items.map((item: { reason: string }) => item.reason),
      ).toEqual([
        'Deleted',
        'DeleteRequested',
        'KubeconfigIssued',
        'Ready',
        'Requested',
      ]);
      expect(events.body.items[4]).toMatchObject({
        message: 'Requested.',
        actor: 'user:default/dev-burgerzaken',
      });
      expect(app.audited).toEqual([
        expect.objectContaining({
          eventId: 'cluster-create',
          status: 'succeeded',
          clusterId: id,
          user: 'user:default/dev-burgerzaken',
        }),
        expect.objectContaining({
          eventId: 'kubeconfig-issue',
          status: 'succeeded',
          owner: 'group:default/burgerzaken',
        }),
        expect.objectContaining({
          eventId: 'cluster-delete',
          status: 'succeeded',
        }),
        expect.objectContaining({ eventId: 'cluster-delete' }),
      ]);
    });

    it('shows the offer: tiers, regions and the teams with their places', async () => {
      await createCluster();
      const tiers = await app.call(DEV, 'get', '/tiers');
      expect(tiers.body.items).toMatchObject([
        {
          name: 'free',
          available: true,
          lifetimeDays: 90,
          clustersPerTeam: 3,
          sizes: [
            { name: 'small', quota: { pods: '20', 'requests.cpu': '2' } },
          ],
        },
        { name: 'basis', available: false, sizes: [] },
      ]);
      expect(tiers.body.items[0].sizes[0]).not.toHaveProperty('limitRange');

      const regions = await app.call(DEV, 'get', '/regions');
      expect(regions.body.items).toMatchObject([
        {
          name: 'local',
          state: 'available',
          kubernetesVersion: 'v1.36.3',
          simulatedNodes: true,
        },
      ]);

      const teams = await app.call('dev-two-teams', 'get', '/teams');
      expect(teams.body.items).toEqual([
        {
          owner: 'group:default/burgerzaken',
          title: 'Team Burgerzaken',
          quotas: [
            {
              owner: 'group:default/burgerzaken',
              tier: 'free',
              used: 1,
              limit: 3,
            },
          ],
        },
        {
          owner: 'group:default/vergunningen',
          title: 'vergunningen',
          quotas: [
            {
              owner: 'group:default/vergunningen',
              tier: 'free',
              used: 0,
              limit: 3,
            },
          ],
        },
      ]);
      expect((await app.call('no-team', 'get', '/teams')).body.items).toEqual(
        [],
      );
    });

    it('says in both languages why a region is not there', async () => {
      const before = app.hostCluster.availability;
      app.hostCluster.availability = {
        state: 'starting',
        message: { nl: 'Wordt gebouwd.', en: 'Being built.' },
      };
      const messageIn = async (language: string) =>
        (
          await app.call(DEV, 'get', '/regions', {
            'Accept-Language': language,
          })
        ).body.items[0].message;
      expect(await messageIn('nl')).toBe('Wordt gebouwd.');
      expect(await messageIn('en-GB,en;q=0.9')).toBe('Being built.');
      expect(await messageIn('de')).toBe('Wordt gebouwd.');
      app.hostCluster.availability = before;
    });

    it('makes exactly three of fifty requests at the same moment, and answers the others 409', async () => {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          app
            .call(DEV, 'post', '/clusters')
            .send(buildRequest({ name: `proef-${index}` })),
        ),
      );
      const statuses = answers.map(answer => answer.status);
      expect(statuses.filter(status => status === 201)).toHaveLength(3);
      expect(statuses.filter(status => status === 409)).toHaveLength(47);
      const refused = answers.find(answer => answer.status === 409)!;
      expect(refused.body).toMatchObject({
        code: 'team-quota-full',
        detail:
          'Het veld “owner”: team “burgerzaken” heeft al 3 clusters, meer kan niet. Verwijder er eerst een.',
      });
      const { body } = await app.call(DEV, 'get', '/clusters');
      expect(body.items).toHaveLength(3);
      for (const { id } of body.items) await app.waitForState(DEV, id, 'ready');
      expect(app.hostCluster.namespaces.size).toBe(3);
    });

    it('answers a repeat with the same key the same cluster', async () => {
      const post = (overrides = {}) =>
        app
          .call(DEV, 'post', '/clusters', { 'Idempotency-Key': 'task-1' })
          .send(buildRequest(overrides));
      const first = await post();
      const second = await post();
      expect([first.status, second.status]).toEqual([201, 200]);
      expect(second.body.id).toBe(first.body.id);
      expect(second.headers.location).toBe(first.headers.location);
      const other = await post({ name: 'anders' });
      expect(other.status).toBe(409);
      expect(other.body.code).toBe('idempotency-key-reused');
    });

    it('says before sending what is wrong, and books nothing', async () => {
      await createCluster({ name: 'bezet' });
      const check = async (overrides: object) =>
        (
          await app
            .call(DEV, 'post', '/cluster-checks')
            .send({ ...buildRequest(), ...overrides })
        ).body;
      expect(await check({ name: 'vrij' })).toEqual({
        valid: true,
        problems: [],
        teamQuota: {
          owner: 'group:default/burgerzaken',
          tier: 'free',
          used: 1,
          limit: 3,
        },
      });
      expect(await check({ name: 'bezet' })).toMatchObject({
        valid: false,
        problems: [{ field: 'name', code: 'name-taken' }],
      });
      expect(await check({ name: '', purpose: undefined })).toMatchObject({
        valid: false,
        problems: [
          { field: 'name', code: 'field-required' },
          { field: 'purpose', code: 'field-required' },
        ],
        teamQuota: { used: 1 },
      });
      expect(await check({ owner: 'group:default/vergunningen' })).toEqual({
        valid: false,
        problems: [expect.objectContaining({ code: 'owner-not-own-team' })],
      });
      expect((await app.call(DEV, 'get', '/clusters')).body.items).toHaveLength(
        1,
      );
    });
  });

  describe('machine credentials', () => {
    it('shows the token once, lists without it, and revokes it', async () => {
      const { id } = await createReadyCluster();
      const issued = await app
        .call(DEV, 'post', `/clusters/${id}/kubeconfigs`)
        .send({ kind: 'machine', lifetimeSeconds: 900, description: 'CI' });
      expect(issued.status).toBe(201);
      expect(issued.body.kubeconfig.users[0].user.token).toContain('secret-');
      expect(issued.headers['cache-control']).toBe('no-store');
      expect(issued.headers.location).toBe(
        `/api/free-tier/v1/clusters/${id}/kubeconfigs/${issued.body.id}`,
      );

      const list = await app.call(DEV, 'get', `/clusters/${id}/kubeconfigs`);
      expect(list.body.items).toEqual([
        {
          id: issued.body.id,
          description: 'CI',
          createdBy: 'user:default/dev-burgerzaken',
          createdAt: expect.any(String),
          expiresAt: issued.body.expiresAt,
        },
      ]);
      expect(list.text).not.toContain('secret-');

      const path = `/clusters/${id}/kubeconfigs/${issued.body.id}`;
      expect((await app.call(DEV, 'delete', path)).status).toBe(204);
      expect((await app.call(DEV, 'delete', path)).status).toBe(204);
      const [namespace] = app.hostCluster.namespaces.values();
      expect(namespace.credentials.size).toBe(0);
      const after = await app.call(DEV, 'get', `/clusters/${id}/kubeconfigs`);
      expect(after.body.items[0].revokedAt).toEqual(expect.any(String));
      const missing = await app.call(
        DEV,
        'delete',
        `/clusters/${id}/kubeconfigs/${id}`,
      );
      expect(missing.status).toBe(404);
      expect(missing.body.code).toBe('credential-not-found');
    });

    it('hands the file itself to whoever asks for YAML', async () => {
      const { id } = await createReadyCluster();
      const answer = await app
        .call(DEV, 'post', `/clusters/${id}/kubeconfigs`, {
          Accept: 'application/yaml',
        })
        .send({ kind: 'machine' });
      expect(answer.status).toBe(201);
      expect(answer.headers['content-type']).toMatch(/^application\/yaml/);
      expect(answer.headers['content-disposition']).toBe(
        'attachment; filename="kubeconfig-proef-machine.yaml"',
      );
      const text = answer.text ?? answer.body.toString();
      expect(parse(text)).toMatchObject({ kind: 'Config' });
    });

    it('keeps no credential that Kubernetes did not make', async () => {
      const { id } = await createReadyCluster();
      app.hostCluster.before = method => {
        if (method === 'issueMachineKubeconfig') throw fakeErrors.unavailable();
      };
      const answer = await app
        .call(DEV, 'post', `/clusters/${id}/kubeconfigs`, {
          'Accept-Language': 'en',
        })
        .send({ kind: 'machine' });
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('10');
      expect(answer.body).toMatchObject({
        code: 'host-cluster-unavailable',
        detail: 'The Kubernetes environment cannot be reached.',
      });
      const list = await app.call(DEV, 'get', `/clusters/${id}/kubeconfigs`);
      expect(list.body.items[0].revokedAt).toEqual(expect.any(String));
    });

    it('refuses while the cluster is not ready', async () => {
      app.hostCluster.failAlways(fakeErrors.unavailable());
      const { id } = await createCluster();
      const answer = await app
        .call(DEV, 'post', `/clusters/${id}/kubeconfigs`)
        .send({ kind: 'person' });
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('cluster-not-ready');
    });

    it.each([
      [{}, 'kind', 'field-required'],
      [{ kind: 'robot' }, 'kind', 'field-not-allowed-value'],
      [{ kind: 7 }, 'kind', 'field-not-text'],
      [
        { kind: 'machine', lifetimeSeconds: 599 },
        'lifetimeSeconds',
        'field-out-of-range',
      ],
      [
        { kind: 'machine', lifetimeSeconds: 86_401 },
        'lifetimeSeconds',
        'field-out-of-range',
      ],
      [
        { kind: 'machine', lifetimeSeconds: 700.5 },
        'lifetimeSeconds',
        'field-out-of-range',
      ],
      [
        { kind: 'machine', description: 'x'.repeat(201) },
        'description',
        'field-too-long',
      ],
      [{ kind: 'machine', extra: 1 }, 'extra', 'field-unknown'],
    ])('refuses %j', async (body, field, code) => {
      const { id } = await createCluster();
      const answer = await app
        .call(DEV, 'post', `/clusters/${id}/kubeconfigs`)
        .send(body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toMatchObject([{ field, code }]);
    });
  });

  describe('trouble on the host cluster', () => {
    it.each([
      ['unavailable', 'HostClusterUnreachable'],
      ['forbidden', 'HostClusterForbidden'],
      ['full', 'HostClusterFull'],
    ] as const)(
      'keeps the request while it is %s, says why, and goes on by itself',
      async (error, reason) => {
        app.hostCluster.failAlways(fakeErrors[error]());
        const { id } = await createCluster();
        let waiting;
        do {
          waiting = (await app.call(DEV, 'get', `/clusters/${id}`)).body;
        } while (!waiting.reason);
        expect(waiting).toMatchObject({
          state: 'provisioning',
          reason,
          message: fakeErrors[error]().localizedMessage.nl,
        });
        expect(waiting.conditions[1]).toMatchObject({
          type: 'NamespaceCreated',
          status: 'False',
          reason,
        });
        app.hostCluster.failAlways(undefined);
        const ready = await app.waitForState(DEV, id, 'ready');
        expect(ready.reason).toBeUndefined();
        expect(ready.message).toBeUndefined();
      },
    );

    it('fails cleanly when trying again does not help, and tries again on request', async () => {
      app.hostCluster.failAlways(fakeErrors.conflict());
      const { id } = await createCluster();
      const failed = await app.waitForState(DEV, id, 'failed');
      expect(failed).toMatchObject({
        reason: 'NamespaceTaken',
        message: 'De ruimte is van iets anders.',
        permissions: { connect: false, retry: true, delete: true },
      });
      app.hostCluster.failAlways(undefined);
      const retried = await app.call(DEV, 'post', `/clusters/${id}/retries`);
      expect(retried.status).toBe(202);
      await app.waitForState(DEV, id, 'ready');
      const again = await app.call(DEV, 'post', `/clusters/${id}/retries`);
      expect(again.status).toBe(409);
      expect(again.body.code).toBe('cluster-not-failed');
    });

    it('can delete what never got made', async () => {
      app.hostCluster.failAlways(fakeErrors.conflict());
      const { id } = await createCluster();
      await app.waitForState(DEV, id, 'failed');
      app.hostCluster.failAlways(undefined);
      await app.call(DEV, 'delete', `/clusters/${id}`);
      await app.waitForState(DEV, id, 'deleted');
      const teams = await app.call(DEV, 'get', '/teams');
      expect(teams.body.items[0].quotas[0].used).toBe(0);
    });

    it('shows the cluster with the last known use when Kubernetes does not answer', async () => {
      const { id } = await createReadyCluster();
      app.hostCluster.before = () => new Promise(() => {});
      const answer = await app.call(DEV, 'get', `/clusters/${id}`);
      expect(answer.status).toBe(200);
      expect(answer.body.quota).toHaveLength(2);
      app.hostCluster.before = () => {
        throw new Error('token abc in a stack');
      };
      const events = await app.call(DEV, 'get', `/clusters/${id}/events`);
      expect(events.status).toBe(200);
      expect(events.text).not.toContain('token abc');
    });

    it('answers at once with the address known last when the region does not answer', async () => {
      const { id } = await createReadyCluster();
      const { getAvailability } = app.hostCluster;
      app.hostCluster.getAvailability = () => new Promise(() => {});
      const answer = await app.call(DEV, 'get', `/clusters/${id}`);
      expect(answer.body.server).toBe('https://127.0.0.1:6443');
      app.hostCluster.getAvailability = getAvailability;
    });

    it('answers what nobody foresaw with a number only', async () => {
      const { id } = await createReadyCluster();
      app.hostCluster.failAlways(new Error('password hunter2 at 10.0.0.1'));
      const answer = await app
        .call(DEV, 'post', `/clusters/${id}/kubeconfigs`)
        .send({ kind: 'person' });
      expect(answer.status).toBe(500);
      expect(answer.body.code).toBe('internal-error');
      expect(answer.text).not.toContain('hunter2');
      expect(answer.text).not.toContain('at ');
    });
  });
});
