import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page of the audit log; filters are in the query. @public */
export const auditLogRouteRef = createRouteRef();

/** The page of one cluster, for events about it; without it they show its id. @public */
export const clusterRouteRef = createExternalRouteRef({
  params: ['id'],
  defaultTarget: 'free-tier.cluster',
});

/** The page of an entity of the catalog. @public */
export const entityRouteRef = createExternalRouteRef({
  params: ['kind', 'namespace', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});

/** The page of a task that a template started. @public */
export const taskRouteRef = createExternalRouteRef({
  params: ['taskId'],
  defaultTarget: 'scaffolder.ongoingTask',
});

/** Where a person sees the own roles and whom to ask for more. @public */
export const accessRouteRef = createExternalRouteRef({
  defaultTarget: 'access.root',
});

/** The page of one access review. @public */
export const accessReviewRouteRef = createExternalRouteRef({
  params: ['id'],
  defaultTarget: 'access.review',
});

/** The page with the tokens of machines. @public */
export const machineTokensRouteRef = createExternalRouteRef({
  defaultTarget: 'access.tokens',
});
