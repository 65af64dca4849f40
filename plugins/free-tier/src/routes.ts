import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The list of clusters. @public */
export const clustersRouteRef = createRouteRef();

/** One cluster; `id` is its UUID. @public */
export const clusterRouteRef = createSubRouteRef({
  parent: clustersRouteRef,
  path: '/:id',
});

/**
 * The form of a software template, where a cluster is asked for. Unbound when
 * the scaffolder is not installed; the button says so then.
 * @public
 */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The audit log; the query says of what. Left out when it is not installed. @public */
export const auditLogRouteRef = createExternalRouteRef({
  defaultTarget: 'audit-log.root',
});

/** Where a person sees the own roles and whom to ask for more. @public */
export const accessRouteRef = createExternalRouteRef({
  defaultTarget: 'access.root',
});
