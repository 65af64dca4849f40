import type {
  FinishRunMessage,
  StartRunMessage,
} from '@nerds/plugin-catalog-sources-node';
import type { Knex } from 'knex';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import { DatabaseSourceStore } from './DatabaseSourceStore';

jest.setTimeout(60_000);

const initDatabase = createMigratedDatabases();
const START = Date.parse('2027-01-11T09:00:00Z');
const source = {
  id: 'proef',
  title: { nl: 'Proef', en: 'Trial' },
  kind: 'register' as const,
  taskId: 'catalog-source:proef',
};
const counts = {
  read: 2_500,
  added: 0,
  changed: 0,
  unchanged: 0,
  archived: 0,
  removed: 0,
  failed: 2_500,
};
const after = (minutes: number) => new Date(START + minutes * 60_000);
const toRunId = (index: number) =>
  `0d9c4f0e-5f3a-4b7e-9a52-${String(index).padStart(12, '0')}`;
const buildStart = (minutes: number): StartRunMessage => ({
  source,
  startedAt: after(minutes).toISOString(),
});
const buildFinish = (
  minutes: number,
  overrides: Partial<FinishRunMessage> = {},
): FinishRunMessage => ({
  ...buildStart(minutes),
  endedAt: after(minutes + 1).toISOString(),
  state: 'succeeded',
  counts,
  itemErrors: [],
  itemErrorCount: 0,
  ...overrides,
});

describe('DatabaseSourceStore', () => {
  let knex: Knex;
  let store: DatabaseSourceStore;

  beforeAll(async () => {
    knex = await initDatabase();
    store = new DatabaseSourceStore(knex);
  });
  beforeEach(async () => {
    await knex('sources').delete();
  });

  const beat = (index: number, minutes: number, now = after(minutes)) =>
    store.recordAlive({
      runId: toRunId(index),
      pluginId: 'catalog',
      message: buildStart(minutes),
      now,
    });
  const finish = (index: number, message: FinishRunMessage, keepRuns = 10) =>
    store.recordOutcome(
      {
        runId: toRunId(index),
        pluginId: 'catalog',
        message,
        now: new Date(message.endedAt),
      },
      { keepRuns },
    );
  const listStates = async (now: Date) =>
    (await store.listRuns('proef', now)).map(({ state }) => state);

  it('keeps a run alive as long as it is heard of', async () => {
    await beat(1, 0);
    await beat(1, 0, after(3));
    expect(await listStates(after(4))).toEqual(['running']);
    expect(await listStates(after(6))).toEqual(['interrupted']);
  });

  it('lets a run end that was given up too early', async () => {
    await beat(1, 0);
    expect(await listStates(after(30))).toEqual(['interrupted']);
    await finish(1, buildFinish(0, { endedAt: after(31).toISOString() }));
    expect(await listStates(after(31))).toEqual(['succeeded']);
  });

  it('takes an end of which it missed the start, once, and no sign of life after it', async () => {
    const itemErrors = Array.from({ length: 1_000 }, (_, i) => ({
      itemId: `item-${i}`,
      message: { nl: 'Fout', en: 'Error' },
    }));
    const message = buildFinish(0, { itemErrors, itemErrorCount: 2_500 });
    await finish(1, message);
    await finish(1, { ...message, state: 'failed' });
    await beat(1, 0, after(9));
    const run = await store.getRun(toRunId(1), after(10));
    expect(run).toMatchObject({
      state: 'succeeded',
      itemErrorCount: 2_500,
      durationMs: 60_000,
    });
    const page = await store.listItemErrors(toRunId(1), {
      offset: 998,
      limit: 10,
    });
    expect(page.map(({ itemId }) => itemId)).toEqual(['item-998', 'item-999']);
  });

  it('forgets the oldest runs, with their errors', async () => {
    const itemErrors = [{ itemId: 'x', message: { nl: 'Fout', en: 'Error' } }];
    for (const index of [1, 2, 3]) {
      await finish(
        index,
        buildFinish(index * 10, { itemErrors, itemErrorCount: 1 }),
        2,
      );
    }
    const runs = await store.listRuns('proef', after(60));
    expect(runs.map(({ id }) => id)).toEqual([toRunId(3), toRunId(2)]);
    await expect(knex('item_errors')).resolves.toHaveLength(2);
  });

  it('knows the last run and the last that went well', async () => {
    await finish(1, buildFinish(0));
    await finish(2, buildFinish(10, { state: 'incomplete' }));
    await finish(3, buildFinish(20, { state: 'failed' }));
    const latest = (await store.getLatestRuns(after(60))).get('proef');
    expect(latest).toMatchObject({
      last: { id: toRunId(3), state: 'failed' },
      freshAt: after(11).toISOString(),
    });
  });

  it('forgets that somebody asked for a run when one starts', async () => {
    await store.registerSource({ ...source, pluginId: 'catalog' }, after(0));
    await store.request('proef', after(5), async () => {});
    expect((await store.getSource('proef'))?.requestedAt).toEqual(after(5));
    await beat(1, 6);
    expect((await store.getSource('proef'))?.requestedAt).toBeUndefined();
  });

  it('takes over a new title and keeps the runs', async () => {
    await finish(1, buildFinish(0));
    const title = { nl: 'Nieuw', en: 'New' };
    await store.registerSource(
      { ...source, title, pluginId: 'catalog' },
      after(1),
    );
    await expect(store.listSources()).resolves.toMatchObject([{ title }]);
    expect(await listStates(after(2))).toEqual(['succeeded']);
  });
});
