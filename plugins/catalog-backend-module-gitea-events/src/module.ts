import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { toScmEvents } from './toScmEvents';

/**
 * Reads entities again after a push to their repository in Gitea or Forgejo.
 * @public
 */
export const catalogModuleGiteaEvents = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gitea-events',
  register(reg) {
    reg.registerInit({
      deps: {
        events: eventsServiceRef,
        scmEvents: catalogScmEventsServiceRef,
      },
      async init({ events, scmEvents }) {
        await events.subscribe({
          id: 'catalog-gitea-events',
          topics: ['gitea.push'],
          onEvent: async ({ eventPayload }) => {
            const changes = toScmEvents(eventPayload);
            if (changes.length > 0) await scmEvents.publish(changes);
          },
        });
      },
    });
  },
});
