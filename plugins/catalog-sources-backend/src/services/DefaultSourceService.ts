import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import type { SchedulerClient } from '../clients/SchedulerClient';
import type { SourceStore } from '../database/SourceStore';
import { buildSource } from '../domain/buildSource';
import { problems } from '../domain/problems';
import type { ScheduledTask, SourceRecord } from '../domain/records';
import type { EntityCounter } from './EntityCounter';
import type { ErrorPage, SourceList, SourceService } from './SourceService';

/** @internal */
export class DefaultSourceService implements SourceService {
  constructor(
    private readonly options: {
      store: SourceStore;
      scheduler: SchedulerClient;
      counter: EntityCounter;
      now: () => Date;
    },
  ) {}

  async listSources(): Promise<SourceList> {
    const { counter } = this.options;
    const { items, isComplete } = await this.#findSources();
    return { items: await counter.addCounts(items), isComplete };
  }

  async getSource(id: string): Promise<CatalogSource> {
    const { items } = await this.#findSources();
    const source = items.find(item => item.id === id);
    if (!source) throw problems.problem(404, 'source-not-found');
    const [counted] = await this.options.counter.addCounts([source]);
    return counted;
  }

  async #findSources(): Promise<SourceList> {
    const { store } = this.options;
    const now = this.options.now();
    const [records, latest] = await Promise.all([
      store.listSources(),
      store.getLatestRuns(now),
    ]);
    const tasks = await this.#findTasks(records);
    const items = records
      .map(record => ({
        record,
        task: tasks
          .get(record.pluginId)
          ?.find(({ taskId }) => taskId === record.taskId),
      }))
      // Registered by an earlier configuration: nothing runs it any more.
      .filter(({ record, task }) => task || !tasks.get(record.pluginId))
      .map(({ record, task }) =>
        buildSource(record, { latest: latest.get(record.id), task, now }),
      );
    const isComplete = [...tasks.values()].every(Boolean);
    return { items, isComplete };
  }

  async listRuns(sourceId: string) {
    const { store, now } = this.options;
    if (!(await store.getSource(sourceId))) {
      throw problems.problem(404, 'source-not-found');
    }
    return store.listRuns(sourceId, now());
  }

  async getRun(id: string, { offset, limit }: ErrorPage) {
    const { store, now } = this.options;
    const run = await store.getRun(id, now());
    if (!run) throw problems.problem(404, 'run-not-found');
    // One more than asked for tells whether there is a next page.
    const errors = await store.listItemErrors(id, { offset, limit: limit + 1 });
    const nextCursor =
      errors.length > limit ? String(offset + limit) : undefined;
    return { ...run, itemErrors: errors.slice(0, limit), nextCursor };
  }

  async requestRun(sourceId: string): Promise<void> {
    const { store, now } = this.options;
    const record = await store.getSource(sourceId);
    if (!record) throw problems.problem(404, 'source-not-found');
    const last = (await store.getLatestRuns(now())).get(sourceId)?.last;
    if (last?.state === 'running') {
      throw problems.problem(409, 'source-already-running');
    }
    await store.request(sourceId, now(), async requestedBefore => {
      const isInterrupted = last?.state === 'interrupted' && !requestedBefore;
      await this.#trigger(record, isInterrupted);
    });
  }

  /**
   * @param isInterrupted - the last run does not live any more, and no other was
   * asked for, whatever the scheduler thinks: that keeps a task for running until
   * its time is over
   */
  async #trigger(
    { pluginId, taskId }: SourceRecord,
    isInterrupted: boolean,
  ): Promise<void> {
    const { scheduler } = this.options;
    const trigger = () => scheduler.triggerTask(pluginId, taskId);
    let result = await trigger();
    if (result === 'running' && isInterrupted) {
      await scheduler.cancelTask(pluginId, taskId);
      result = await trigger();
    }
    if (result === 'unknown') throw problems.problem(404, 'source-not-found');
    if (result === 'running') {
      throw problems.problem(409, 'source-already-running');
    }
  }

  /** Per plugin its tasks; `undefined` when its scheduler cannot be asked. */
  async #findTasks(
    records: SourceRecord[],
  ): Promise<Map<string, ScheduledTask[] | undefined>> {
    const pluginIds = new Set(records.map(({ pluginId }) => pluginId));
    return new Map(
      await Promise.all(
        [...pluginIds].map(async pluginId => {
          // Logged by the client; the ledger is shown all the same.
          const tasks = await this.options.scheduler
            .listTasks(pluginId)
            .catch(() => undefined);
          return [pluginId, tasks] as const;
        }),
      ),
    );
  }
}
