import {
  buildNewCluster,
  createTestDatabases,
  createTestLedger,
  DEFAULT_CREATE_OPTIONS,
  NOW,
  type TestLedger,
} from '../__testUtils__/testLedger';

const initDatabase = createTestDatabases();
const OWNER = 'group:default/burgerzaken';

jest.setTimeout(30_000);

describe('DatabaseClusterStore', () => {
  let ledger: TestLedger;

  beforeEach(async () => {
    ledger = await createTestLedger(await initDatabase());
  });

  const create = (
    overrides: Parameters<typeof buildNewCluster>[0] = {},
    options: Partial<Parameters<TestLedger['store']['createCluster']>[1]> = {},
  ) =>
    ledger.store.createCluster(buildNewCluster(overrides), {
      ...DEFAULT_CREATE_OPTIONS,
      ...options,
    });

  /** What the reconciler does at the end of a deletion. */
  async function finishDeletion(id: string, deletedAt: Date) {
    await ledger.store.requestDeletion(id, {
      actor: 'user:default/x',
      now: NOW,
    });
    const claimed = await ledger.queue.claimClusters({
      limit: 100,
      leaseMs: 1000,
    });
    const { claim } = claimed.find(({ cluster }) => cluster.id === id)!;
    await ledger.queue.saveProgress(
      claim,
      { state: 'deleted', deletedAt },
      { now: deletedAt, freeQuota: true, release: { runInMs: null } },
    );
  }

  it('writes down what was asked, with the first condition true', async () => {
    const result = await create({ name: 'proef' });
    expect(result).toMatchObject({
      outcome: 'created',
      cluster: {
        name: 'proef',
        state: 'requested',
        generation: 1,
        attempts: 0,
        createdAt: NOW,
        quota: [],
      },
    });
    const { cluster } = result as { cluster: { id: string } };
    const read = await ledger.store.getCluster(cluster.id);
    expect(read).toEqual(cluster);
    expect(
      read!.conditions.map(({ type, status }) => `${type}=${status}`),
    ).toEqual([
      'Accepted=True',
      'NamespaceCreated=Unknown',
      'GuardRailsApplied=Unknown',
      'QuotaEnforced=Unknown',
      'AccessGranted=Unknown',
      'Ready=Unknown',
    ]);
    expect(await ledger.store.listActivity(cluster.id, 10)).toEqual([
      {
        at: NOW,
        code: 'Requested',
        values: {},
        actor: 'user:default/dev-burgerzaken',
      },
    ]);
  });

  it('makes exactly three of fifty requests at the same moment', async () => {
    const results = await Promise.all(
      Array.from({ length: 50 }, () => create()),
    );
    const outcomes = results.map(result => result.outcome);
    expect(outcomes.filter(outcome => outcome === 'created')).toHaveLength(3);
    expect(outcomes.filter(outcome => outcome === 'quota-full')).toHaveLength(
      47,
    );
    expect(await ledger.store.listClusters({})).toHaveLength(3);
    expect(await ledger.store.listBookedQuotas([OWNER])).toEqual([
      { ownerRef: OWNER, tier: 'free', used: 3 },
    ]);
  });

  it('gives one of twenty requests for the same name the name, and books one place', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => create({ name: 'zelfde' })),
    );
    const outcomes = results.map(result => result.outcome);
    expect(outcomes.filter(outcome => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter(outcome => outcome === 'name-taken').length).toBe(
      19,
    );
    expect(await ledger.store.listBookedQuotas([OWNER])).toMatchObject([
      { used: 1 },
    ]);
  });

  it('counts per team and per tier', async () => {
    await create({ tier: 'free' }, { limit: 1 });
    expect(await create({ tier: 'free' }, { limit: 1 })).toEqual({
      outcome: 'quota-full',
    });
    expect(await create({ tier: 'plus' }, { limit: 1 })).toMatchObject({
      outcome: 'created',
    });
    const other = { ownerRef: 'group:default/vergunningen' };
    expect(await create(other, { limit: 1 })).toMatchObject({
      outcome: 'created',
    });
  });

  it('lets another team use the same name', async () => {
    await create({ name: 'proef' });
    expect(
      await create({ name: 'proef', ownerRef: 'group:default/vergunningen' }),
    ).toMatchObject({ outcome: 'created' });
  });

  it('keeps the name of a deleted cluster until the quarantine is over, and the place only until it is gone', async () => {
    const first = await create({ name: 'proef' }, { limit: 1 });
    const { id } = (first as { cluster: { id: string } }).cluster;
    const deletedAt = new Date('2026-11-01T00:00:00Z');
    await finishDeletion(id, deletedAt);

    expect(await ledger.store.listBookedQuotas([OWNER])).toMatchObject([
      { used: 0 },
    ]);
    const before = new Date(deletedAt.getTime() - 1);
    const after = new Date(deletedAt.getTime() + 1);
    expect(await ledger.store.isNameTaken(OWNER, 'proef', before)).toBe(true);
    expect(await ledger.store.isNameTaken(OWNER, 'proef', after)).toBe(false);
    expect(
      await create({ name: 'proef' }, { nameFreeWhenDeletedBefore: before }),
    ).toEqual({ outcome: 'name-taken' });
    expect(
      await create({ name: 'proef' }, { nameFreeWhenDeletedBefore: after }),
    ).toMatchObject({ outcome: 'created' });
  });

  it('gives back nothing twice: a cluster being deleted still holds its place', async () => {
    const first = await create({}, { limit: 1 });
    const { id } = (first as { cluster: { id: string } }).cluster;
    await ledger.store.requestDeletion(id, {
      actor: 'user:default/x',
      now: NOW,
    });
    expect(await create({}, { limit: 1 })).toEqual({ outcome: 'quota-full' });
  });

  describe('idempotency key', () => {
    const idempotency = { key: 'task-1', requestHash: 'a' };

    it('answers the same cluster to the same request, also at the same moment', async () => {
      const results = await Promise.all(
        Array.from({ length: 10 }, () => create({}, { idempotency })),
      );
      const ids = results.map(
        result => (result as { cluster: { id: string } }).cluster.id,
      );
      expect(new Set(ids).size).toBe(1);
      expect(results.map(result => result.outcome).sort()).toEqual([
        'created',
        ...Array(9).fill('repeated'),
      ]);
      expect(await ledger.store.listBookedQuotas([OWNER])).toMatchObject([
        { used: 1 },
      ]);
    });

    it('refuses another request with the key, and leaves the key of another person alone', async () => {
      await create({}, { idempotency });
      expect(
        await create({}, { idempotency: { key: 'task-1', requestHash: 'b' } }),
      ).toEqual({ outcome: 'key-reused' });
      expect(
        await create({ createdBy: 'user:default/y' }, { idempotency }),
      ).toMatchObject({ outcome: 'created' });
    });

    it('forgets the key of a request that was refused', async () => {
      expect(await create({}, { idempotency, limit: 1 })).toMatchObject({
        outcome: 'created',
      });
      const second = { key: 'task-2', requestHash: 'c' };
      expect(await create({}, { idempotency: second, limit: 1 })).toEqual({
        outcome: 'quota-full',
      });
      expect(await create({}, { idempotency: second, limit: 2 })).toMatchObject(
        {
          outcome: 'created',
        },
      );
    });
  });

  it('lists by team, person and state, newest first, without what is deleted', async () => {
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    await create({ name: 'een', createdAt: at(1) });
    await create({
      name: 'twee',
      createdAt: at(2),
      createdBy: 'user:default/y',
    });
    const third = await create({ name: 'drie', createdAt: at(3) });
    await finishDeletion(
      (third as { cluster: { id: string } }).cluster.id,
      NOW,
    );

    const names = async (filter: object) =>
      (await ledger.store.listClusters(filter)).map(cluster => cluster.name);
    expect(await names({})).toEqual(['twee', 'een']);
    expect(await names({ state: 'deleted' })).toEqual(['drie']);
    expect(await names({ createdBy: 'user:default/y' })).toEqual(['twee']);
    expect(await names({ ownerRefs: ['group:default/z'] })).toEqual([]);
    expect(await names({ ownerRefs: [] })).toEqual([]);
  });

  it('knows no cluster by what is no UUID', async () => {
    expect(await ledger.store.getCluster("' OR 1=1")).toBeUndefined();
    expect(await ledger.credentials.getCredential('x', 'y')).toBeUndefined();
  });

  it('asks for deletion once, and again without a second entry in the history', async () => {
    const result = await create();
    const { id } = (result as { cluster: { id: string } }).cluster;
    const request = { actor: 'user:default/x', now: NOW };
    const first = await ledger.store.requestDeletion(id, request);
    const second = await ledger.store.requestDeletion(id, request);
    expect(first).toMatchObject({ state: 'deleting', generation: 2 });
    expect(second).toEqual(first);
    const activity = await ledger.store.listActivity(id, 10);
    expect(activity.map(({ code }) => code)).toEqual([
      'DeleteRequested',
      'Requested',
    ]);
    expect(
      await ledger.store.requestDeletion(
        '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11',
        request,
      ),
    ).toBeUndefined();
  });

  it('retries only what failed, with every step waiting again', async () => {
    const result = await create();
    const { id } = (result as { cluster: { id: string } }).cluster;
    const request = {
      actor: 'user:default/x',
      now: NOW,
      deadlineAt: new Date('2027-01-01T00:00:00Z'),
    };
    expect(await ledger.store.requestRetry(id, request)).toBeUndefined();
    await ledger.knex('clusters').where({ id }).update({
      state: 'failed',
      reason: 'NamespaceTaken',
      attempts: 4,
      next_run_at: null,
    });
    expect(await ledger.store.requestRetry(id, request)).toMatchObject({
      state: 'provisioning',
      reason: undefined,
      attempts: 0,
      generation: 2,
      deadlineAt: request.deadlineAt,
    });
    expect(await ledger.store.requestRetry(id, request)).toBeUndefined();
    const [claimed] = await ledger.queue.claimClusters({
      limit: 1,
      leaseMs: 1,
    });
    expect(claimed.cluster.id).toBe(id);
  });

  it('keeps machine credentials without their secret', async () => {
    const result = await create();
    const { id: clusterId } = (result as { cluster: { id: string } }).cluster;
    const credential = {
      id: '7a1de1b4-90c2-4c7b-8f0f-2f6f0c9b3d55',
      clusterId,
      description: 'CI',
      createdBy: 'user:default/x',
      createdAt: NOW,
      expiresAt: NOW,
    };
    await ledger.credentials.addCredential(credential);
    const expiresAt = new Date('2026-11-23T10:00:00Z');
    await ledger.credentials.completeCredential(credential.id, {
      expiresAt,
      jti: 'abc',
    });
    const completed = { ...credential, expiresAt, jti: 'abc' };
    expect(await ledger.credentials.listCredentials(clusterId)).toEqual([
      completed,
    ]);
    await ledger.credentials.markRevoked(credential.id, NOW);
    await ledger.credentials.markRevoked(credential.id, expiresAt);
    expect(
      await ledger.credentials.getCredential(clusterId, credential.id),
    ).toEqual({ ...completed, revokedAt: NOW });
  });
});
