import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { auditRecorderServiceRef } from '@nerds/plugin-audit-log-node';
import { mountFrontDoor } from './mountFrontDoor';

/**
 * The HTTP router of the portal with its front door. Takes the place of
 * Backstage's own `coreServices.rootHttpRouter`.
 *
 * @public
 */
export const frontDoor = createBackendFeatureLoader({
  deps: { recorder: auditRecorderServiceRef },
  *loader({ recorder }) {
    yield rootHttpRouterServiceFactory({
      configure: context => mountFrontDoor(context, { recorder }),
    });
  },
});
