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

/** Stands in for the catalog, with one provider. */
export class FakeCatalog {
  sources!: CatalogSourcesService;
  scheduler!: SchedulerService;
  /** How the next run goes. */
  outcome: RunOutcome = { state: 'succeeded', counts: COUNTS };
  /** A run waits for this. */
  gate: Promise<void> = Promise.resolve();

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
