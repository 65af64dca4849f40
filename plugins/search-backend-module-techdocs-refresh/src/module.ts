import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { IndexRefresh } from './IndexRefresh';

/**
 * Makes documentation findable within seconds after it was published, instead of
 * at the next run of the index.
 * @public
 */
export const searchModuleTechdocsRefresh = createBackendModule({
  pluginId: 'search',
  moduleId: 'techdocs-refresh',
  register(reg) {
    reg.registerInit({
      deps: {
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ events, lifecycle, logger, scheduler }) {
        const refresh = new IndexRefresh({
          logger,
          scheduler,
          now: () => Date.now(),
        });
        lifecycle.addShutdownHook(() => refresh.stop());
        await events.subscribe({
          id: 'techdocs-refresh',
          topics: ['techdocs.published'],
          onEvent: async () => refresh.request(),
        });
      },
    });
  },
});
