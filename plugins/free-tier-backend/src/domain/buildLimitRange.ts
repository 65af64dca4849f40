import type { ClusterEnvironment } from './ClusterEnvironment';
import type { KubernetesObject } from './KubernetesObject';
import { buildManagedLabels } from './managedLabels';

/**
 * The LimitRange: fills in requests and limits, without which a pod would be
 * refused once there is a quota on them, and caps a single container.
 *
 * @internal
 */
export function buildLimitRange(env: ClusterEnvironment): KubernetesObject {
  const { default: limits, defaultRequest, max } = env.size.limitRange;
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: {
      name: 'nerds-limits',
      namespace: env.kubernetesNamespace,
      labels: buildManagedLabels(env),
    },
    spec: {
      limits: [{ type: 'Container', default: limits, defaultRequest, max }],
    },
  };
}
