import { FakeFreeTierServer } from '../__testUtils__/FakeFreeTierServer';
import { buildClient, buildRun } from '../__testUtils__/setUpAction';
import { createCheckClusterAction } from './checkClusterAction';

const REQUEST = {
  name: 'balie',
  owner: 'group:default/burgerzaken',
  tier: 'free',
  size: 'small',
  region: 'local',
  purpose: 'Dienst Balie',
};

const FREE = { status: 200, body: { valid: true, problems: [] } };
const FULL = {
  status: 200,
  body: {
    valid: false,
    problems: [
      { field: 'owner', code: 'quota', detail: 'Uw team heeft 3 clusters.' },
      { field: 'name', code: 'taken', detail: 'De naam is bezet.' },
    ],
  },
};

describe('free-tier:cluster:check', () => {
  const server = new FakeFreeTierServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  const action = createCheckClusterAction(buildClient(server));

  it.each([false, true])(
    'asks in the name of the person, and makes nothing (dry run: %s)',
    async isDryRun => {
      server.prepare(FREE);
      const { context, log } = buildRun(REQUEST, { isDryRun });
      await action.handler(context);
      expect(server.requests).toEqual([
        expect.objectContaining({
          method: 'POST',
          path: '/api/free-tier/v1/cluster-checks',
          body: REQUEST,
        }),
      ]);
      expect(server.requests[0].headers.authorization).toContain(
        'user:default/dev-burgerzaken',
      );
      expect(log).toEqual([
        'Er is plaats voor cluster “balie” van group:default/burgerzaken.',
      ]);
    },
  );

  it('ends the task with everything that is in the way', async () => {
    server.prepare(FULL);
    await expect(action.handler(buildRun(REQUEST).context)).rejects.toThrow(
      'Uw team heeft 3 clusters. De naam is bezet.',
    );
  });

  it('is not stopped by its own cluster when the task runs again', async () => {
    const stored = new Map<string, unknown>();
    // what the scaffolder does: a checkpoint that succeeded is not run again
    const checkpoint = async <T>(options: {
      key: string;
      fn: () => Promise<T> | T;
    }): Promise<T> => {
      if (!stored.has(options.key)) {
        stored.set(options.key, await options.fn());
      }
      return stored.get(options.key) as T;
    };
    server.prepare(FREE);
    await action.handler(buildRun(REQUEST, { checkpoint }).context);
    server.prepare(FULL);
    await action.handler(buildRun(REQUEST, { checkpoint }).context);
    expect(server.requests).toEqual([]);
  });

  it('tries again while the free tier does not answer', async () => {
    server.prepare({}, FREE);
    const { context, log } = buildRun(REQUEST);
    await action.handler(context);
    expect(log[0]).toContain('over 1 s volgt een nieuwe poging');
    expect(server.requests).toHaveLength(2);
  });
});
