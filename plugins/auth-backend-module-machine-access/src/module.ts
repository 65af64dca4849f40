import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import {
  machineAccessServiceRef,
  readFrontDoorOptions,
} from '@nerds/plugin-machine-access-node';
import { createMachineAuthenticator } from './createMachineAuthenticator';
import { MachineTokenIssuer } from './MachineTokenIssuer';

/**
 * Turns the credential of a machine into an identity of the portal:
 * `user:machine/<id>`, that owns what its team owns. For the front door only;
 * needs `auth.providers.machine` in the configuration, which may be empty.
 *
 * @public
 */
export const authModuleMachineAccess = createBackendModule({
  pluginId: 'auth',
  moduleId: 'machine-access',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        machineAccess: machineAccessServiceRef,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, machineAccess, providers }) {
        const { frontDoorKey } = readFrontDoorOptions(config);
        const issuer = new MachineTokenIssuer();
        providers.registerProvider({
          providerId: 'machine',
          factory: createProxyAuthProviderFactory({
            authenticator: createMachineAuthenticator({
              machineAccess,
              frontDoorKey,
              logger,
            }),
            signInResolver: ({ result }, ctx) => issuer.issueToken(result, ctx),
          }),
        });
      },
    });
  },
});
