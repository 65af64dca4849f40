import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { accessServiceRef } from '@nerds/plugin-access-node';
import {
  createPublishRepositoryAction,
  type ConfiguredForge,
} from './actions/publishRepositoryAction';
import { createRegisterEntityAction } from './actions/registerEntityAction';
import { createOwnTeamCheck } from './actions/createOwnTeamCheck';
import { createForge } from './clients/createForge';
import { readForgeConfig } from './config';

/** Passwords and tokens of the forge, to keep them out of errors. */
function listSecrets(root: Config, type: string): string[] {
  const entries = root.getOptionalConfigArray(`integrations.${type}`) ?? [];
  return entries.flatMap(entry =>
    ['password', 'token'].flatMap(key => entry.getOptionalString(key) ?? []),
  );
}

function configureForge(root: Config): ConfiguredForge | undefined {
  const config = readForgeConfig(root);
  return (
    config && {
      config,
      forge: createForge(config, root),
      secrets: listSecrets(root, config.type),
    }
  );
}

/**
 * Adds the scaffolder actions with which a template publishes a new project in
 * the forge of the organisation and registers it in the catalog.
 * @public
 */
export const scaffolderModuleForge = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'forge',
  register(reg) {
    reg.registerInit({
      deps: {
        access: accessServiceRef,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        userInfo: coreServices.userInfo,
        catalog: catalogServiceRef,
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ access, auth, config, userInfo, catalog, actions }) {
        const configured = configureForge(config);
        actions.addActions(
          createPublishRepositoryAction(
            configured,
            createOwnTeamCheck({ access, auth, userInfo }),
          ),
          createRegisterEntityAction({ catalog, configured }),
        );
      },
    });
  },
});
