import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { BreakableProxy } from '../__testUtils__/BreakableProxy';
import { DyingWorkQueue } from '../__testUtils__/DyingWorkQueue';
import {
  buildRequest,
  startFreeTier,
  type FreeTierUnderTest,
} from '../__testUtils__/startFreeTier';
import {
  buildNewCluster,
  createTestDatabases,
  createTestLedger,
  DEFAULT_CREATE_OPTIONS,
} from '../__testUtils__/testLedger';
import { buildKubernetesNamespaceName } from '../domain/buildKubernetesNamespaceName';
import { ApiCaller } from '../kubernetes/__testUtils__/ApiCaller';
import { takeAway } from '../kubernetes/__testUtils__/tenants';
import {
  createTestHostCluster,
  describeWithStack,
  waitFor,
} from '../kubernetes/__testUtils__/testStack';
import type { HostCluster } from '../kubernetes/HostCluster';
import { toClusterEnvironment } from '../services/toClusterEnvironment';
import { ClusterReconciler } from '../tasks/ClusterReconciler';

const DEV = 'dev-burgerzaken';
const run = promisify(execFile);
const initDatabase = createTestDatabases();

describeWithStack('the whole way on a real Kubernetes API', stack => {
  const stop = new AbortController();
  let admin: ApiCaller;
  let proxy: BreakableProxy;
  let hostCluster: HostCluster;
  let app: FreeTierUnderTest;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'free-tier-'));
    admin = ApiCaller.withKubeconfig(stack.adminKubeconfig);
    proxy = await BreakableProxy.start(stack.server);
    const portalKubeconfig = path.join(directory, 'portal.yaml');
    const kubeconfig = await readFile(stack.portalKubeconfig, 'utf8');
    await writeFile(
      portalKubeconfig,
      kubeconfig.replaceAll(stack.server, proxy.url),
    );
    hostCluster = createTestHostCluster(
      { ...stack, portalKubeconfig },
      stop.signal,
    );
    app = await startFreeTier({ knex: await initDatabase(), hostCluster });
  });
  afterAll(async () => {
    const { body } = await app.call(DEV, 'get', '/clusters');
    for (const { id } of body.items) {
      await app.call(DEV, 'delete', `/clusters/${id}`);
    }
    for (const { id } of body.items) await app.waitForState(DEV, id, 'deleted');
    await app.backend.stop();
    stop.abort();
    await proxy.stop();
    admin.destroy();
    await rm(directory, { recursive: true });
  });

  const post = async (name: string) =>
    app.call(DEV, 'post', '/clusters').send(buildRequest({ name }));
  const getNamespace = (name: string) =>
    admin.call({ method: 'GET', path: `/api/v1/namespaces/${name}` });
  const remove = async (id: string) => {
    await app.call(DEV, 'delete', `/clusters/${id}`);
    return app.waitForState(DEV, id, 'deleted');
  };

  it('hands out a cluster that kubectl can use, and takes everything back', async () => {
    const { body: created } = await post('kubectl');
    const ready = await app.waitForState(DEV, created.id, 'ready');
    expect(ready.quota).toContainEqual({
      resource: 'pods',
      hard: '20',
      used: '0',
    });

    const issued = await app
      .call(DEV, 'post', `/clusters/${created.id}/kubeconfigs`, {
        Accept: 'application/yaml',
      })
      .send({ kind: 'machine', lifetimeSeconds: 600 })
      .buffer(true)
      .parse((answer, done) => {
        let text = '';
        answer.on('data', chunk => {
          text += chunk;
        });
        answer.on('end', () => done(null, text));
      });
    const file = path.join(directory, 'tenant.yaml');
    await writeFile(file, issued.body.replaceAll(proxy.url, stack.server));
    const kubectl = (...args: string[]) =>
      run(stack.kubectl, ['--kubeconfig', file, ...args]);
    await kubectl('create', 'configmap', 'hallo', '--from-literal=a=b');
    const { stdout } = await kubectl('get', 'configmap', 'hallo', '-o', 'name');
    expect(stdout.trim()).toBe('configmap/hallo');
    await expect(kubectl('get', 'namespaces')).rejects.toThrow(/forbidden/i);

    const deleted = await remove(created.id);
    expect(deleted.deletedAt).toEqual(expect.any(String));
    expect((await getNamespace(ready.namespace)).status).toBe(404);
    // Forbidden: the API server may remember for 10 s who a token was of.
    await expect(kubectl('get', 'configmaps')).rejects.toThrow(
      /Unauthorized|Forbidden|logged in/i,
    );
  });

  it('makes exactly three namespaces of fifty requests at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => post(`tegelijk-${index}`)),
    );
    const made = answers.filter(answer => answer.status === 201);
    expect(made).toHaveLength(3);
    for (const { body } of made) await app.waitForState(DEV, body.id, 'ready');
    const namespaces = await admin.call({
      method: 'GET',
      path: '/api/v1/namespaces?labelSelector=nerds.overheid.nl/team=burgerzaken',
    });
    const ids = namespaces.body.items
      .filter(
        (item: any) =>
          item.status.phase === 'Active' &&
          item.metadata.name.includes('tegelijk'),
      )
      .map((item: any) => item.metadata.labels['nerds.overheid.nl/cluster-id']);
    expect(ids.sort()).toEqual(made.map(({ body }) => body.id).sort());
    await Promise.all(made.map(({ body }) => remove(body.id)));
  });

  it('keeps a request while Kubernetes cannot be reached, says why, and goes on by itself', async () => {
    proxy.break();
    const { status, body: created } = await post('wacht');
    expect(status).toBe(201);
    const waiting = await waitFor(
      async () => (await app.call(DEV, 'get', `/clusters/${created.id}`)).body,
      cluster => cluster.reason !== undefined,
    );
    expect(waiting).toMatchObject({
      state: 'provisioning',
      reason: 'HostClusterUnreachable',
      message: expect.any(String),
    });
    const kubeconfig = await app
      .call(DEV, 'post', `/clusters/${created.id}/kubeconfigs`)
      .send({ kind: 'person' });
    expect(kubeconfig.status).toBe(409);
    proxy.mend();
    await app.waitForState(DEV, created.id, 'ready');
    await remove(created.id);
  });

  describe('the reconciler', () => {
    const running: ClusterReconciler[] = [];
    afterEach(async () => {
      await Promise.all(running.splice(0).map(one => one.stop()));
    });

    async function prepare() {
      const ledger = await createTestLedger(await initDatabase());
      const start = (
        queue = new DyingWorkQueue(ledger.queue),
        leaseMs = 500,
      ) => {
        const reconciler = new ClusterReconciler({
          queue,
          hostClusters: new Map([['local', hostCluster]]),
          logger: mockServices.logger.mock(),
          recheckIntervalMs: 60_000,
          now: () => new Date(),
          leaseMs,
          pollMs: 20,
        });
        reconciler.start();
        return reconciler;
      };
      const request = async (name: string) => {
        const cluster = buildNewCluster({ name });
        cluster.kubernetesNamespace = buildKubernetesNamespaceName({
          id: cluster.id,
          team: 'burgerzaken',
          name,
        });
        cluster.deadlineAt = new Date(Date.now() + 60_000);
        cluster.expiresAt = new Date(Date.now() + 60_000_000);
        await ledger.store.createCluster(cluster, {
          ...DEFAULT_CREATE_OPTIONS,
          limit: 100,
        });
        return cluster.id;
      };
      const waitForState = (id: string, state: string) =>
        waitFor(
          async () => (await ledger.store.getCluster(id))!,
          cluster => cluster.state === state,
        );
      // Not through the reconciler: that takes seconds, and is proven above.
      const clear = async (id: string) => {
        const cluster = await ledger.store.getCluster(id);
        await takeAway(hostCluster, toClusterEnvironment(cluster!));
      };
      return { ledger, start, request, waitForState, clear };
    }

    it.each([1, 2, 3, 4, 5])(
      'is taken over by another replica when it dies just before write %d',
      async diesAtSave => {
        const { ledger, start, request, waitForState, clear } = await prepare();
        const dying = new DyingWorkQueue(ledger.queue, diesAtSave);
        const dead = start(dying);
        const id = await request(`sterft-${diesAtSave}`);
        await waitFor(async () => dying.isDead, Boolean);
        running.push(start());
        const { namespaceUid, kubernetesNamespace } = await waitForState(
          id,
          'ready',
        );
        const namespace = await getNamespace(kubernetesNamespace);
        expect(namespace.body.metadata!.uid).toBe(namespaceUid);
        await clear(id);
        // Never ends, for what it waits for never comes; but it ends the timers.
        void dead.stop();
      },
    );

    it('shares twenty clusters between two replicas and makes each once', async () => {
      const { ledger, start, request, waitForState, clear } = await prepare();
      const queues = [0, 1].map(() => new DyingWorkQueue(ledger.queue));
      const ids = await Promise.all(
        Array.from({ length: 20 }, (_, index) => request(`samen-${index}`)),
      );
      running.push(...queues.map(queue => start(queue, 60_000)));
      for (const id of ids) await waitForState(id, 'ready');
      const claims = queues.flatMap(queue => queue.claimed);
      expect(claims.sort()).toEqual([...ids].sort());
      await Promise.all(ids.map(clear));
    });

    it('puts back a guard-rail that is gone', async () => {
      const { ledger, start, request, waitForState, clear } = await prepare();
      running.push(start());
      const id = await request('hersteld');
      const { kubernetesNamespace } = await waitForState(id, 'ready');
      const policies = `/apis/networking.k8s.io/v1/namespaces/${kubernetesNamespace}/networkpolicies`;
      const countPolicies = async () =>
        (await admin.call({ method: 'GET', path: policies })).body.items.length;
      const before = await countPolicies();
      expect(before).toBeGreaterThan(0);
      await admin.call({ method: 'DELETE', path: policies });
      expect(await countPolicies()).toBe(0);
      await waitFor(
        async () => {
          await ledger
            .knex('clusters')
            .where({ id })
            .update({
              next_run_at: new Date(0),
            });
          return countPolicies();
        },
        count => count === before,
      );
      await clear(id);
    });
  });
});
