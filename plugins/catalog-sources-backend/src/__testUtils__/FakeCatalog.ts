import {
  coreServices,
  createBackendPlugin,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  catalogSourcesServiceRef,
  toSourceTaskId,
  type CatalogSourcesService,
  type RunOutcome,
} from '@nerds/plugin-catalog-sources-node';

export const COUNTS = {
  read: 5,
  added: 1,
  changed: 1,
  unchanged: 1,
  archived: 1,
  removed: 0,
  failed: 1,
};

/** Where a stock module of Backstage would have its task. */
export const STOCK_TASK = 'gitea-provider:proef:refresh';

/** Stands in for the catalog: one provider that reports its runs, and one that does not. */
export class FakeCatalog {
  sources!: CatalogSourcesService;
  scheduler!: SchedulerService;
  /** How the next run goes. */
  outcome: RunOutcome = { state: 'succeeded', counts: COUNTS };
  /** A run waits for this. */
  gate: Promise<void> = Promise.resolve();
  stockRuns = 0;
  /** What the task that does not report throws. */
  stockError?: Error;

  feature() {
    return createBackendPlugin({
      pluginId: 'catalog',
      register: env => {
        env.registerInit({
          deps: {
            scheduler: coreServices.scheduler,
            sources: catalogSourcesServiceRef,
          },
          init: async ({ scheduler, sources }) => {
            Object.assign(this, { scheduler, sources });
            await sources.registerSource({
              id: 'proef',
              title: { nl: 'Proefregister', en: 'Trial register' },
              kind: 'register',
            });
            await this.#schedule(toSourceTaskId('proef'), async () => {
              const runId = await sources.startRun('proef');
              await this.gate;
              await sources.finishRun(runId, this.outcome);
            });
            await this.#schedule(STOCK_TASK, async () => {
              this.stockRuns += 1;
              if (this.stockError) throw this.stockError;
            });
          },
        });
      },
    });
  }

  async #schedule(id: string, fn: () => Promise<void>) {
    await this.scheduler.scheduleTask({
      id,
      fn,
      frequency: { trigger: 'manual' },
      timeout: { minutes: 10 },
    });
  }
}
