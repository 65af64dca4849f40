import { mockServices } from '@backstage/backend-test-utils';
import type { HostCluster } from '../kubernetes/HostCluster';
import { DyingWorkQueue } from '../__testUtils__/DyingWorkQueue';
import { FakeHostCluster } from '../__testUtils__/FakeHostCluster';
import { fakeErrors } from '../__testUtils__/fakeErrors';
import {
  buildNewCluster,
  createTestDatabases,
  createTestLedger,
  DEFAULT_CREATE_OPTIONS,
  NOW,
  type TestLedger,
} from '../__testUtils__/testLedger';
import type { ClusterRecord } from '../domain/ClusterRecord';
import {
  ClusterReconciler,
  type ClusterReconcilerOptions,
} from './ClusterReconciler';

const initDatabase = createTestDatabases();
const LEASE_MS = 300;
const OWNER = 'group:default/burgerzaken';

/** Writes of a whole provisioning: three steps, ready, and the first use. */
const SAVES_TO_READY = 5;

/** Calls of a whole provisioning, in their order. */
const CALLS_TO_READY = [
  'ensureNamespace',
  'ensureGuardRails',
  'checkQuotaEnforced',
  'ensureAccess',
  'checkAccessEffective',
  'getUsage',
] as const;

jest.setTimeout(30_000);

describe('ClusterReconciler', () => {
  let ledger: TestLedger;
  let hostCluster: FakeHostCluster;
  let running: ClusterReconciler[];
  let dead: ClusterReconciler[];

  beforeEach(async () => {
    ledger = await createTestLedger(await initDatabase());
    hostCluster = new FakeHostCluster();
    running = [];
    dead = [];
  });
  afterEach(async () => {
    // Never ends, for what it waits for never comes; but it ends the timers.
    for (const reconciler of dead) void reconciler.stop();
    await Promise.all(running.map(reconciler => reconciler.stop()));
  });

  function start(
    options: Partial<ClusterReconcilerOptions> = {},
    { isAwaited = true } = {},
  ): ClusterReconciler {
    const reconciler = new ClusterReconciler({
      queue: ledger.queue,
      hostClusters: new Map<string, HostCluster>([['local', hostCluster]]),
      logger: mockServices.logger.mock(),
      recheckIntervalMs: 60_000,
      now: () => NOW,
      leaseMs: LEASE_MS,
      pollMs: 20,
      ...options,
    });
    reconciler.start();
    (isAwaited ? running : dead).push(reconciler);
    return reconciler;
  }

  async function request(overrides = {}): Promise<string> {
    const cluster = buildNewCluster(overrides);
    const result = await ledger.store.createCluster(cluster, {
      ...DEFAULT_CREATE_OPTIONS,
      limit: 100,
    });
    expect(result.outcome).toBe('created');
    return cluster.id;
  }

  const remove = (id: string) =>
    ledger.store.requestDeletion(id, { actor: 'user:default/x', now: NOW });

  async function waitFor(
    id: string,
    isThere: (cluster: ClusterRecord) => boolean,
  ): Promise<ClusterRecord> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const cluster = (await ledger.store.getCluster(id))!;
      if (isThere(cluster)) return cluster;
      if (Date.now() > deadline) {
        throw new Error(`Waited in vain: ${JSON.stringify(cluster)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }
  const waitForState = (id: string, state: string) =>
    waitFor(id, cluster => cluster.state === state);

  const activityOf = async (id: string) =>
    (await ledger.store.listActivity(id, 50)).map(({ code }) => code).reverse();
  const methodsOf = (id: string) =>
    hostCluster.calls
      .filter(({ clusterId }) => clusterId === id)
      .map(({ method }) => method);
  const claimOf = (id: string) =>
    ledger
      .knex('clusters')
      .where({ id })
      .first('claimed_by', 'claimed_until', 'next_run_at');

  it('does every step once, in the order in which guard-rails come before access', async () => {
    start();
    const id = await request();
    const cluster = await waitFor(id, ({ quota }) => quota.length > 0);
    expect(methodsOf(id)).toEqual(CALLS_TO_READY);
    expect(cluster).toMatchObject({
      state: 'ready',
      namespaceUid: expect.any(String),
      readyAt: NOW,
      attempts: 0,
    });
    expect(await activityOf(id)).toEqual(['Requested', 'Ready']);
    expect(await claimOf(id)).toMatchObject({
      claimed_by: null,
      next_run_at: expect.any(Date),
    });
  });

  it('begins at once when it is woken', async () => {
    const reconciler = start({ pollMs: 60_000 });
    await new Promise(resolve => setTimeout(resolve, 50));
    const id = await request();
    reconciler.wake(id);
    expect(await waitForState(id, 'ready')).toMatchObject({ readyAt: NOW });
  });

  describe('a replica that dies', () => {
    it.each(Array.from({ length: SAVES_TO_READY }, (_, index) => index + 1))(
      'just before write %d of a provisioning is taken over, and nothing is made twice',
      async diesAtSave => {
        const dying = new DyingWorkQueue(ledger.queue, diesAtSave);
        start({ queue: dying }, { isAwaited: false });
        const id = await request();
        await waitUntilDead(dying);
        const calls = hostCluster.calls.length;
        start();
        await waitFor(
          id,
          ({ quota, state }) => state === 'ready' && quota.length > 0,
        );
        expect(hostCluster.namespaces.size).toBe(1);
        expect([...hostCluster.namespaces.values()][0]).toMatchObject({
          hasAccess: true,
          hasGuardRails: true,
        });
        // Until it was ready it goes on where the last write was; after that it is only checked.
        const isResumed = diesAtSave > 1 && diesAtSave < SAVES_TO_READY;
        const after = hostCluster.calls
          .slice(calls)
          .map(({ method }) => method);
        expect(after.includes('ensureNamespace')).toBe(!isResumed);
      },
    );

    it.each(CALLS_TO_READY)(
      'in the middle of %s is taken over',
      async stuckAt => {
        const dying = new DyingWorkQueue(ledger.queue);
        let isStuck = false;
        hostCluster.before = method => {
          if (method !== stuckAt || isStuck) return undefined;
          isStuck = true;
          dying.isDead = true;
          return new Promise(() => {});
        };
        start({ queue: dying }, { isAwaited: false });
        const id = await request();
        await waitUntilDead(dying);
        start();
        await waitForState(id, 'ready');
        expect(hostCluster.namespaces.size).toBe(1);
      },
    );

    it.each([1, 2])(
      'just before write %d of a deletion is taken over, and the place is freed once',
      async diesAtSave => {
        const first = start();
        const id = await request();
        await waitFor(id, ({ quota }) => quota.length > 0);
        await first.stop();
        await remove(id);
        const dying = new DyingWorkQueue(ledger.queue, diesAtSave);
        start({ queue: dying }, { isAwaited: false });
        await waitUntilDead(dying);
        start();
        await waitForState(id, 'deleted');
        expect(hostCluster.namespaces.size).toBe(0);
        expect(await ledger.store.listBookedQuotas([OWNER])).toMatchObject([
          { used: 0 },
        ]);
      },
    );
  });

  it('writes nothing any more once it was overtaken', async () => {
    let goOn = () => {};
    let isStuck = false;
    const paused = new Promise<void>(resolve => {
      goOn = resolve;
    });
    // The first replica stalls as a whole: its call hangs and it renews no lease.
    const stalled = new DyingWorkQueue(ledger.queue);
    hostCluster.before = method => {
      if (method !== 'ensureGuardRails' || isStuck) return undefined;
      isStuck = true;
      stalled.isDead = true;
      return paused;
    };
    start({ queue: stalled }, { isAwaited: false });
    const id = await request();
    await waitUntilDead(stalled);
    start();
    await waitForState(id, 'ready');
    await remove(id);
    await waitForState(id, 'deleted');
    const before = await ledger.store.getCluster(id);
    stalled.isDead = false;
    goOn();
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(await ledger.store.getCluster(id)).toEqual(before);
    expect(hostCluster.namespaces.size).toBe(0);
  });

  it('shares the work of many clusters between two replicas, each cluster with one of them', async () => {
    hostCluster.before = () => new Promise(resolve => setTimeout(resolve, 5));
    const queues = [0, 1].map(() => new DyingWorkQueue(ledger.queue));
    const ids = await Promise.all(Array.from({ length: 40 }, () => request()));
    for (const queue of queues) start({ queue, leaseMs: 60_000 });
    for (const id of ids) await waitForState(id, 'ready');
    await new Promise(resolve => setTimeout(resolve, 100));
    for (const id of ids) expect(methodsOf(id)).toEqual(CALLS_TO_READY);
    const [one, two] = queues.map(queue => queue.claimed.length);
    expect(one + two).toBe(40);
    expect(Math.min(one, two)).toBeGreaterThan(0);
  });

  it('keeps its claim while a call takes longer than the lease', async () => {
    const leaseMs = 1000;
    hostCluster.before = method =>
      method === 'ensureGuardRails'
        ? new Promise(resolve => setTimeout(resolve, leaseMs * 2.5))
        : undefined;
    start({ leaseMs });
    start({ leaseMs });
    const id = await request();
    await waitForState(id, 'ready');
    expect(
      methodsOf(id).filter(method => method === 'ensureGuardRails'),
    ).toHaveLength(1);
  });

  it('gives its clusters back when it stops, so that another goes on at once', async () => {
    hostCluster.before = method =>
      method === 'ensureGuardRails'
        ? new Promise(resolve => setTimeout(resolve, 50))
        : undefined;
    const first = start({ leaseMs: 60_000 });
    const id = await request();
    await waitFor(id, ({ namespaceUid }) => namespaceUid !== undefined);
    await first.stop();
    expect(await claimOf(id)).toMatchObject({ claimed_by: null });
    start();
    await waitForState(id, 'ready');
  });

  it('drops what it does when the cluster is deleted meanwhile, and never makes it after', async () => {
    let isWaiting = false;
    hostCluster.checkQuotaEnforced = async () => {
      isWaiting = true;
      return {
        done: false,
        reason: 'QuotaStatusPending',
        message: { nl: 'Nog even.', en: 'Not yet.' },
      };
    };
    const reconciler = start({ pollMs: 60_000, leaseMs: 60_000 });
    const id = await request();
    reconciler.wake(id);
    await waitFor(id, () => isWaiting);
    await remove(id);
    reconciler.wake(id);
    await waitForState(id, 'deleted');
    expect(hostCluster.namespaces.size).toBe(0);
    expect(methodsOf(id)).not.toContain('ensureAccess');
  });

  it('tells what is waited for while a step takes long, and forgets it after', async () => {
    let isEnforced = false;
    hostCluster.checkQuotaEnforced = async () =>
      isEnforced
        ? { done: true }
        : {
            done: false,
            reason: 'QuotaStatusPending',
            message: { nl: 'Nog even.', en: 'Not yet.' },
          };
    start();
    const id = await request();
    const waiting = await waitFor(id, ({ reason }) => reason !== undefined);
    expect(waiting).toMatchObject({
      state: 'provisioning',
      reason: 'QuotaStatusPending',
      message: { nl: 'Nog even.', en: 'Not yet.' },
    });
    isEnforced = true;
    const ready = await waitForState(id, 'ready');
    expect(ready.reason).toBeUndefined();
    expect(await activityOf(id)).toEqual(['Requested', 'Ready']);
  });

  it('waits for an unreachable host cluster without end, and gives up on one that refuses after the deadline', async () => {
    const late = () => new Date(NOW.getTime() + 2 * 60 * 60 * 1000);
    hostCluster.failAlways(fakeErrors.unavailable());
    start({ now: late });
    const id = await request();
    await waitFor(id, ({ attempts }) => attempts > 1);
    expect((await ledger.store.getCluster(id))!.state).toBe('provisioning');
    hostCluster.failAlways(fakeErrors.forbidden());
    const failed = await waitForState(id, 'failed');
    expect(failed.reason).toBe('HostClusterForbidden');
    expect(await claimOf(id)).toMatchObject({ next_run_at: null });
    expect(await activityOf(id)).toEqual(['Requested', 'Waiting', 'Failed']);
  });

  it('begins at the beginning after something went wrong', async () => {
    hostCluster.before = (method, env) => {
      if (method !== 'ensureAccess') return;
      hostCluster.before = () => {};
      hostCluster.namespaces.delete(env.kubernetesNamespace);
      throw fakeErrors.unavailable();
    };
    start();
    const id = await request();
    await waitForState(id, 'ready');
    expect([...hostCluster.namespaces.values()]).toMatchObject([
      { hasGuardRails: true, hasAccess: true },
    ]);
  });

  describe('a cluster that is ready', () => {
    async function makeReady(overrides = {}) {
      const first = start();
      const id = await request(overrides);
      await waitFor(id, ({ quota }) => quota.length > 0);
      await first.stop();
      hostCluster.calls.length = 0;
      await ledger
        .knex('clusters')
        .where({ id })
        .update({
          next_run_at: new Date(0),
        });
      return id;
    }

    it('gets its guard-rails and access back', async () => {
      const id = await makeReady();
      const [namespace] = hostCluster.namespaces.values();
      namespace.hasGuardRails = false;
      namespace.hasAccess = false;
      start();
      await waitFor(id, () => methodsOf(id).includes('getUsage'));
      expect(namespace).toMatchObject({ hasGuardRails: true, hasAccess: true });
      expect(await activityOf(id)).toEqual(['Requested', 'Ready']);
    });

    it('is degraded with the reason while it cannot be checked, and ready again after', async () => {
      const id = await makeReady();
      hostCluster.failAlways(fakeErrors.unavailable());
      start();
      const degraded = await waitForState(id, 'degraded');
      expect(degraded).toMatchObject({ reason: 'HostClusterUnreachable' });
      expect(degraded.conditions.at(-1)).toMatchObject({
        type: 'Ready',
        status: 'False',
        reason: 'HostClusterUnreachable',
      });
      hostCluster.failAlways(undefined);
      const ready = await waitForState(id, 'ready');
      expect(ready.reason).toBeUndefined();
      expect(ready.conditions.every(({ status }) => status === 'True')).toBe(
        true,
      );
      expect(await activityOf(id)).toEqual([
        'Requested',
        'Ready',
        'Degraded',
        'Recovered',
      ]);
    });

    it('says so when its namespace had been deleted outside the portal', async () => {
      const id = await makeReady();
      const { namespaceUid } = (await ledger.store.getCluster(id))!;
      hostCluster.namespaces.clear();
      start();
      await waitFor(id, cluster => cluster.namespaceUid !== namespaceUid);
      await waitForState(id, 'ready');
      expect(await activityOf(id)).toContain('NamespaceRecreated');
    });

    it('is looked at again when its lifetime ends, and then frozen with its contents kept', async () => {
      const id = await makeReady({ expiresAt: new Date(NOW.getTime() + 5000) });
      await ledger.credentials.addCredential({
        id: '7a1de1b4-90c2-4c7b-8f0f-2f6f0c9b3d55',
        clusterId: id,
        description: '',
        createdBy: 'user:default/x',
        createdAt: NOW,
        expiresAt: NOW,
      });
      const first = start();
      await waitFor(id, () => methodsOf(id).includes('getUsage'));
      await first.stop();
      const { next_run_at } = await claimOf(id);
      expect(next_run_at.getTime() - Date.now()).toBeLessThanOrEqual(5000);

      await ledger
        .knex('clusters')
        .where({ id })
        .update({
          next_run_at: new Date(0),
        });
      start({ now: () => new Date(NOW.getTime() + 5000) });
      const frozen = await waitForState(id, 'frozen');
      expect(frozen).toMatchObject({ reason: 'Expired' });
      expect([...hostCluster.namespaces.values()]).toMatchObject([
        { hasAccess: false },
      ]);
      const [credential] = await ledger.credentials.listCredentials(id);
      expect(credential.revokedAt).toBeDefined();
      expect(await claimOf(id)).toMatchObject({ next_run_at: null });
    });
  });

  it('takes the access away first and frees the place only when the namespace is gone', async () => {
    start();
    const id = await request();
    await waitFor(id, ({ quota }) => quota.length > 0);
    let isGone = false;
    hostCluster.deleteNamespace = async () => {};
    hostCluster.checkNamespaceGone = async env => {
      if (isGone) {
        hostCluster.namespaces.delete(env.kubernetesNamespace);
        return { done: true };
      }
      return {
        done: false,
        reason: 'NamespaceFinalizersRemaining',
        message: { nl: 'Er hangt iets.', en: 'Something is stuck.' },
      };
    };
    await remove(id);
    const stuck = await waitFor(id, ({ reason }) => reason !== undefined);
    expect(stuck).toMatchObject({
      state: 'deleting',
      reason: 'NamespaceFinalizersRemaining',
    });
    expect([...hostCluster.namespaces.values()][0].hasAccess).toBe(false);
    expect(await ledger.store.listBookedQuotas([OWNER])).toMatchObject([
      { used: 1 },
    ]);
    isGone = true;
    const deleted = await waitForState(id, 'deleted');
    expect(deleted).toMatchObject({ deletedAt: NOW });
    expect(deleted.reason).toBeUndefined();
    expect(await ledger.store.listBookedQuotas([OWNER])).toMatchObject([
      { used: 0 },
    ]);
  });

  it('keeps the clusters of a region that left the configuration waiting', async () => {
    start({ hostClusters: new Map() });
    const id = await request();
    const waiting = await waitFor(id, ({ reason }) => reason !== undefined);
    expect(waiting).toMatchObject({
      state: 'provisioning',
      reason: 'RegionNotConfigured',
    });
  });
});

async function waitUntilDead(queue: DyingWorkQueue): Promise<void> {
  while (!queue.isDead) await new Promise(resolve => setTimeout(resolve, 5));
}
