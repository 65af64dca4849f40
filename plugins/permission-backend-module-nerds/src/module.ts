import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { accessServiceRef } from '@nerds/plugin-access-node';
import { machineAccessServiceRef } from '@nerds/plugin-machine-access-node';
import { MachineScopes } from './machines/MachineScopes';
import { NerdsPermissionPolicy } from './NerdsPermissionPolicy';
import { PolicySnapshots } from './roles/PolicySnapshots';
import { readConfigGrants } from './roles/readConfigGrants';

/** Installs the permission policy of the portal in the permission backend. @public */
export const permissionModuleNerds = createBackendModule({
  pluginId: 'permission',
  moduleId: 'nerds',
  register(reg) {
    reg.registerInit({
      deps: {
        access: accessServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        machines: machineAccessServiceRef,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ access, config, logger, machines, policy, userInfo }) {
        const now = () => performance.now();
        const configGrants = readConfigGrants(config);
        policy.setPolicy(
          new NerdsPermissionPolicy({
            userInfo,
            snapshots: new PolicySnapshots({
              access,
              configGrants,
              logger,
              now,
            }),
            scopes: new MachineScopes({ machines, logger, now }),
          }),
        );
      },
    });
  },
});
