import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import { CachingPermissionsService } from './CachingPermissionsService';

/** Backstage's own way of asking, with {@link CachingPermissionsService} before it. @public */
export const permissionsServiceFactory = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
  },
  factory: ({ auth, config, discovery }) =>
    new CachingPermissionsService({
      inner: ServerPermissionClient.fromConfig(config, { auth, discovery }),
      isUser: credentials => auth.isPrincipal(credentials, 'user'),
      now: () => performance.now(),
    }),
});
