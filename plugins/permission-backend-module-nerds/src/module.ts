import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { NerdsPermissionPolicy } from './NerdsPermissionPolicy';
import { readRoleGroups } from './roles';

/** Installs {@link NerdsPermissionPolicy} in the permission backend. @public */
export const permissionModuleNerds = createBackendModule({
  pluginId: 'permission',
  moduleId: 'nerds',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, policy, userInfo }) {
        policy.setPolicy(
          new NerdsPermissionPolicy({
            roleGroups: readRoleGroups(config),
            userInfo,
          }),
        );
      },
    });
  },
});
