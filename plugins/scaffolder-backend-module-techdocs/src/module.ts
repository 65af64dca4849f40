import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createBuildDocsAction } from './actions/buildDocsAction';
import { TechDocsClient } from './clients/TechDocsClient';

/**
 * Adds the scaffolder action with which a template makes the documentation of
 * what it made.
 * @public
 */
export const scaffolderModuleTechdocs = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'techdocs',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ auth, discovery, actions }) {
        actions.addActions(
          createBuildDocsAction(new TechDocsClient({ auth, discovery })),
        );
      },
    });
  },
});
