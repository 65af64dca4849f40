import {
  CLUSTER_CONDITION_TYPES,
  type Cluster,
  type ClusterCondition,
} from '@nerds/plugin-free-tier-common';
import { FakeFreeTierServer } from '../__testUtils__/FakeFreeTierServer';
import { buildClient, buildRun } from '../__testUtils__/setUpAction';
import { createWaitForClusterAction } from './waitForClusterAction';

const ID = '3f1c3c0e-8f0e-4a55-9c39-6d3c4d9c2b11';

function answer(
  done: number,
  changes: Partial<Cluster> = {},
  current: Partial<ClusterCondition> = {},
) {
  return {
    status: 200,
    body: {
      id: ID,
      name: 'balie',
      state: 'provisioning',
      namespace: 'burgerzaken-balie',
      server: 'https://127.0.0.1:6443',
      expiresAt: '2026-12-30T10:00:00.000Z',
      conditions: CLUSTER_CONDITION_TYPES.map((type, index) => ({
        type,
        status: index < done ? 'True' : 'Unknown',
        message: index < done ? `${type} gedaan.` : 'Nog niet aan de beurt.',
        ...(index === done ? current : {}),
      })),
      ...changes,
    },
  };
}

describe('free-tier:cluster:wait', () => {
  const server = new FakeFreeTierServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  const action = createWaitForClusterAction(buildClient(server));

  it('writes each step to the log once, as it is done, and hands over what the page needs', async () => {
    server.prepare(
      answer(1),
      answer(3),
      answer(3),
      answer(6, { state: 'ready' }),
    );
    const { context, log, outputs } = buildRun({ clusterId: ID });
    await action.handler(context);
    expect(log).toEqual([
      'Accepted gedaan.',
      'NamespaceCreated gedaan.',
      'GuardRailsApplied gedaan.',
      'QuotaEnforced gedaan.',
      'AccessGranted gedaan.',
      'Cluster “balie” is klaar voor gebruik.',
    ]);
    expect(outputs).toEqual({
      state: 'ready',
      namespace: 'burgerzaken-balie',
      server: 'https://127.0.0.1:6443',
      expiresAt: '2026-12-30T10:00:00.000Z',
      clusterUrl: `/clusters/${ID}`,
      connectUrl: `/clusters/${ID}#connect`,
    });
  });

  it('says what it waits for, once for as long as it stays the same', async () => {
    const waiting = {
      status: 'False' as const,
      message: 'Kubernetes wordt nog gestart.',
    };
    server.prepare(
      answer(1, {}, waiting),
      answer(1, {}, waiting),
      answer(6, { state: 'ready' }),
    );
    const { context, log } = buildRun({ clusterId: ID });
    await action.handler(context);
    expect(
      log.filter(line => line === 'Wacht: Kubernetes wordt nog gestart.'),
    ).toHaveLength(1);
  });

  it('goes on through a restart of the portal', async () => {
    server.prepare(
      answer(1),
      {},
      { status: 502 },
      answer(6, { state: 'ready' }),
    );
    const { context, outputs } = buildRun({ clusterId: ID });
    await action.handler(context);
    expect(outputs.state).toBe('ready');
  });

  it('fails with the reason when the cluster failed', async () => {
    server.prepare(
      answer(1, {
        state: 'failed',
        reason: 'HostClusterFull',
        message: 'Er is geen plaats meer.',
      }),
    );
    await expect(
      action.handler(buildRun({ clusterId: ID }).context),
    ).rejects.toThrow(
      'Cluster “balie” kon niet gemaakt worden (HostClusterFull): Er is geen plaats meer.',
    );
  });

  it.each(['deleting', 'deleted', 'frozen'] as const)(
    'fails when the cluster is %s meanwhile',
    async state => {
      server.prepare(answer(1, { state }));
      await expect(
        action.handler(buildRun({ clusterId: ID }).context),
      ).rejects.toThrow('het komt niet meer klaar');
    },
  );

  it('fails at once when the person may not see the cluster', async () => {
    server.prepare({
      status: 404,
      body: { detail: 'Er is geen cluster met dit id.' },
    });
    await expect(
      action.handler(buildRun({ clusterId: ID }).context),
    ).rejects.toThrow('Er is geen cluster met dit id.');
    expect(server.requests).toHaveLength(1);
  });

  it('gives up after the time it was given and says that the request goes on', async () => {
    server.prepare(answer(1));
    await expect(
      action.handler(buildRun({ clusterId: ID, timeoutMinutes: 0.01 }).context),
    ).rejects.toThrow('gaat vanzelf verder');
  });

  it('stops when the task is cancelled', async () => {
    server.prepare(answer(1));
    const controller = new AbortController();
    const run = action.handler(
      buildRun({ clusterId: ID }, { signal: controller.signal }).context,
    );
    setTimeout(() => controller.abort(), 100);
    await expect(run).rejects.toThrow('De taak is geannuleerd.');
  });

  it('asks nothing in a dry run', async () => {
    server.prepare(answer(1));
    const { context, outputs } = buildRun(
      { clusterId: ID },
      { isDryRun: true },
    );
    await action.handler(context);
    expect(server.requests).toHaveLength(0);
    expect(outputs.clusterUrl).toBe(`/clusters/${ID}`);
  });
});
