import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { PortalApiClient } from './clients/PortalApiClient';
import type { AccessConfig } from './config';
import { DatabaseGrantStore } from './database/DatabaseGrantStore';
import { DatabasePersonStore } from './database/DatabasePersonStore';
import { DatabaseReviewStore } from './database/DatabaseReviewStore';
import { AuditedReviewService } from './services/AuditedReviewService';
import { AuditedRoleService } from './services/AuditedRoleService';
import { AuditTrail } from './services/AuditTrail';
import { AuthorizedReviewService } from './services/AuthorizedReviewService';
import { AuthorizedRoleService } from './services/AuthorizedRoleService';
import { CallerResolver } from './services/Caller';
import { DefaultReviewService } from './services/DefaultReviewService';
import { DefaultRoleService } from './services/DefaultRoleService';
import { GrantDirectory } from './services/GrantDirectory';
import { PolicyService } from './services/PolicyService';
import { ReviewAuthorizer } from './services/ReviewAuthorizer';
import { ReviewerDirectory } from './services/ReviewerDirectory';
import { ReviewGatherer } from './services/ReviewGatherer';
import { ClusterCredentialSource } from './sources/ClusterCredentialSource';
import { MachineTokenSource } from './sources/MachineTokenSource';
import { MemberSource } from './sources/MemberSource';
import type { ReviewItemSource } from './sources/ReviewItemSource';
import { RoleGrantSource } from './sources/RoleGrantSource';
import { AccessTasks } from './tasks/AccessTasks';

/** @internal */
export function createStores(knex: Knex) {
  return {
    grants: new DatabaseGrantStore(knex),
    people: new DatabasePersonStore(knex),
    reviews: new DatabaseReviewStore(knex),
  };
}

/** @internal */
export type Stores = ReturnType<typeof createStores>;

/** @internal */
export interface ServicesOptions {
  auditor: AuditorService;
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  userInfo: UserInfoService;
  options: AccessConfig;
  stores: Stores;
  now: () => Date;
}

/**
 * Puts the services of the plugin together, each with its barrier and its
 * audit log around it.
 *
 * @internal
 */
export function createServices(deps: ServicesOptions) {
  const { options, stores, permissions, now } = deps;
  const { people } = stores;
  const audit = new AuditTrail(deps.auditor);
  const grants = new GrantDirectory({
    configGrants: options.grants,
    store: stores.grants,
    now,
  });
  const authorizer = new ReviewAuthorizer({
    permissions,
    registry: deps.permissionsRegistry,
  });
  const gatherer = new ReviewGatherer({
    sources: createSources(deps, grants),
    store: stores.reviews,
    logger: deps.logger,
    now,
  });
  const roles = new AuthorizedRoleService({
    inner: new DefaultRoleService({
      grants,
      store: stores.grants,
      people,
      now,
    }),
    permissions,
    reviews: authorizer,
  });
  const reviews = new AuthorizedReviewService({
    inner: new DefaultReviewService({
      store: stores.reviews,
      gatherer,
      people,
      dueMs: options.review.dueMs,
      now,
    }),
    store: stores.reviews,
    authorizer,
  });
  return {
    policy: new PolicyService({ grants, people, now }),
    callers: new CallerResolver(deps.userInfo, people),
    roles: new AuditedRoleService(roles, audit),
    reviews: new AuditedReviewService(reviews, audit),
    tasks: new AccessTasks({
      config: options,
      reviews: stores.reviews,
      people,
      reviewers: new ReviewerDirectory({ grants, people }),
      notifications: deps.notifications,
      auditor: deps.auditor,
      logger: deps.logger,
      now,
    }),
  };
}

function createSources(
  { auth, discovery, permissions, stores, now }: ServicesOptions,
  grants: GrantDirectory,
): ReviewItemSource[] {
  const { people } = stores;
  const apiOf = (pluginId: string) =>
    new PortalApiClient({ pluginId, auth, discovery });
  return [
    new MemberSource({ people, now }),
    new RoleGrantSource({ grants, store: stores.grants, people, now }),
    new MachineTokenSource(apiOf('machine-access'), permissions),
    new ClusterCredentialSource(apiOf('free-tier'), now),
  ];
}
