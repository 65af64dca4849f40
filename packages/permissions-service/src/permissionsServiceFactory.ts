import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import type {
  AuthorizePermissionResponse,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { CachingPermissionsService } from './CachingPermissionsService';
import { KeptAnswers } from './KeptAnswers';

/** Backstage's own way of asking, with {@link CachingPermissionsService} before it. @public */
export const permissionsServiceFactory = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
  },
  createRootContext: () => {
    const now = () => performance.now();
    return {
      decisions: new KeptAnswers<PolicyDecision>(now),
      answers: new KeptAnswers<AuthorizePermissionResponse>(now),
    };
  },
  factory: ({ auth, config, discovery }, kept) =>
    new CachingPermissionsService({
      inner: ServerPermissionClient.fromConfig(config, { auth, discovery }),
      isUser: credentials => auth.isPrincipal(credentials, 'user'),
      ...kept,
    }),
});
