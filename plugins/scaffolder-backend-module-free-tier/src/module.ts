import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckClusterAction } from './actions/checkClusterAction';
import { createClusterAction } from './actions/createClusterAction';
import { createDeployAction } from './actions/deployAction';
import { createWaitForClusterAction } from './actions/waitForClusterAction';
import { FreeTierClient } from './clients/freeTier/FreeTierClient';

/**
 * Adds the scaffolder actions with which a template asks for a free-tier
 * cluster, waits until it is ready, and puts a project on it.
 * @public
 */
export const scaffolderModuleFreeTier = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'free-tier',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ auth, discovery, actions }) {
        const client = new FreeTierClient({ auth, discovery });
        actions.addActions(
          createCheckClusterAction(client),
          createClusterAction(client),
          createWaitForClusterAction(client),
          createDeployAction(client),
        );
      },
    });
  },
});
