import type { ClusterEnvironment } from './ClusterEnvironment';
import type { KubernetesObject } from './KubernetesObject';
import { buildManagedLabels } from './managedLabels';

/** Name of the ResourceQuota. @internal */
export const RESOURCE_QUOTA_NAME = 'nerds-quota';

/**
 * How many objects of each kind, the same for every size: enough for the
 * largest, few enough that no team can fill the host cluster's store. The
 * object counts of Red Hat's Developer Sandbox are the example.
 */
const OBJECT_COUNTS: Record<string, string> = {
  services: '20',
  'services.nodeports': '0',
  'services.loadbalancers': '0',
  // Also holds one empty Secret per machine credential in use.
  secrets: '100',
  configmaps: '100',
  persistentvolumeclaims: '10',
  'count/deployments.apps': '30',
  'count/statefulsets.apps': '30',
  // A Deployment keeps its last ten.
  'count/replicasets.apps': '330',
  'count/jobs.batch': '100',
  'count/cronjobs.batch': '30',
  'count/horizontalpodautoscalers.autoscaling': '30',
  'count/poddisruptionbudgets.policy': '30',
  'count/ingresses.networking.k8s.io': '20',
  // The portal's own four among them.
  'count/networkpolicies.networking.k8s.io': '30',
  // The tenant's role cannot make these; should an operator allow more, there
  // is a limit already. The portal's own are among them.
  'count/roles.rbac.authorization.k8s.io': '10',
  'count/rolebindings.rbac.authorization.k8s.io': '10',
  'count/serviceaccounts': '10',
};

/** The ResourceQuota: the size's quantities and our fixed object counts. @internal */
export function buildResourceQuota(env: ClusterEnvironment): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: {
      name: RESOURCE_QUOTA_NAME,
      namespace: env.kubernetesNamespace,
      labels: buildManagedLabels(env),
    },
    spec: { hard: buildQuotaHard(env) },
  };
}

/** `spec.hard` of the quota; a size may lower or raise a count of its own. @internal */
export function buildQuotaHard(
  env: ClusterEnvironment,
): Record<string, string> {
  return {
    ...OBJECT_COUNTS,
    ...env.size.quota,
    // Not even by config: they would reach past the ingress controller.
    'services.nodeports': '0',
    'services.loadbalancers': '0',
  };
}
