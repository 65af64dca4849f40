import type { Knex } from 'knex';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import type {
  SchedulerClient,
  TriggerResult,
} from '../clients/SchedulerClient';
import { DatabaseSourceStore } from '../database/DatabaseSourceStore';
import { DefaultSourceService } from './DefaultSourceService';

jest.setTimeout(60_000);

const initDatabase = createMigratedDatabases();
const NOW = new Date('2027-01-11T09:00:00Z');
const RUN_ID = '0d9c4f0e-5f3a-4b7e-9a52-000000000001';
const source = {
  id: 'proef',
  title: { nl: 'Proef', en: 'Trial' },
  kind: 'register' as const,
  taskId: 'catalog-source:proef',
};

describe('two who ask for a run at the same moment', () => {
  let knex: Knex;
  let store: DatabaseSourceStore;

  beforeAll(async () => {
    knex = await initDatabase();
    store = new DatabaseSourceStore(knex);
  });
  beforeEach(async () => {
    await knex('sources').delete();
    await store.registerSource({ ...source, pluginId: 'catalog' }, NOW);
  });

  /** @param answers - of the scheduler, to the first and what comes after */
  function setUp(answers: (TriggerResult | Error)[]) {
    const cancelTask = jest.fn(async () => {});
    let second: Promise<unknown> | undefined;
    let calls = 0;
    const isWaiting = async () => {
      const { rows } = await knex.raw(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      return rows.length > 0;
    };
    const service = new DefaultSourceService({
      store,
      scheduler: {
        cancelTask,
        triggerTask: async () => {
          calls += 1;
          const answer = answers[calls - 1];
          if (!second) {
            // made while the scheduler looks at the first
            second = service.requestRun('proef').catch(error => error);
            await waitFor(async () => calls > 1 || (await isWaiting()));
          }
          if (answer instanceof Error) throw answer;
          return answer;
        },
      } as unknown as SchedulerClient,
      counter: undefined as never,
      now: () => NOW,
    });
    return {
      cancelTask,
      ask: async () => {
        const first = await service.requestRun('proef').catch(error => error);
        return [first, await second];
      },
    };
  }

  it('keeps the request of the second when the first is refused', async () => {
    const { ask } = setUp([new Error('away'), 'triggered']);
    expect(await ask()).toEqual([new Error('away'), undefined]);
    expect((await store.getSource('proef'))?.requestedAt).toEqual(NOW);
  });

  it('keeps no request when both are refused', async () => {
    const { ask } = setUp([new Error('away'), new Error('away')]);
    await ask();
    expect((await store.getSource('proef'))?.requestedAt).toBeUndefined();
  });

  it('does not take the run of the first for the one that was interrupted', async () => {
    await knex('runs').insert({
      id: RUN_ID,
      source_id: 'proef',
      state: 'running',
      started_at: new Date('2027-01-11T07:00:00Z'),
      heard_at: new Date('2027-01-11T07:10:00Z'),
    });
    const { ask, cancelTask } = setUp(['running', 'triggered', 'running']);
    const [first, second] = await ask();
    expect(first).toBeUndefined();
    expect(second).toMatchObject({ statusCode: 409 });
    expect(cancelTask).toHaveBeenCalledTimes(1);
    expect((await store.getSource('proef'))?.requestedAt).toEqual(NOW);
  });
});

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}
