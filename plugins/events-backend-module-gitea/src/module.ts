import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { createGiteaSignatureValidator } from './createGiteaSignatureValidator';
import { GiteaEventRouter } from './GiteaEventRouter';

/**
 * Receives webhooks of Gitea and Forgejo on `/api/events/http/gitea`, once a
 * secret is configured, as events on `gitea` and `gitea.<kind>`.
 * @public
 */
export const eventsModuleGitea = createBackendModule({
  pluginId: 'events',
  moduleId: 'gitea',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        ingress: eventsExtensionPoint,
      },
      async init({ config, events, ingress }) {
        const secret = config.getOptionalString(
          'events.modules.gitea.webhookSecret',
        );
        if (!secret) return;
        ingress.addHttpPostIngress({
          topic: 'gitea',
          validator: createGiteaSignatureValidator(secret),
        });
        await new GiteaEventRouter({ events }).subscribe();
      },
    });
  },
});
