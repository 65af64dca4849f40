import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  createTemplateGlobalValue,
  scaffolderTemplatingExtensionPoint,
} from '@backstage/plugin-scaffolder-node/alpha';
import { createAddFilesAction } from './actions/addFilesAction';
import { findRepositories } from './findRepositories';
import { markdownFilter, quotedFilter } from './filters/textFilters';

/**
 * Adds the scaffolder action that gives a project the files that every project
 * of the government has, and the filters with which a template writes the texts
 * of its form safely.
 * @public
 */
export const scaffolderModuleCompliance = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'compliance',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        actions: scaffolderActionsExtensionPoint,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({ config, actions, templating }) {
        const portalUrl = config.getString('app.baseUrl').replace(/\/+$/, '');
        actions.addActions(
          createAddFilesAction({ repositories: findRepositories(config) }),
        );
        templating.addTemplateFilters([markdownFilter, quotedFilter]);
        templating.addTemplateGlobals([
          createTemplateGlobalValue({
            id: 'portalUrl',
            value: portalUrl,
            description: 'Address of the portal, without a slash at the end',
          }),
        ]);
      },
    });
  },
});
