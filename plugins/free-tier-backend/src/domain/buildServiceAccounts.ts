import type { ClusterEnvironment } from './ClusterEnvironment';
import type { KubernetesObject } from './KubernetesObject';
import { buildManagedLabels, MACHINE_SERVICE_ACCOUNT } from './managedLabels';

/** Account that machine credentials are issued for. @internal */
export function buildMachineServiceAccount(
  env: ClusterEnvironment,
): KubernetesObject {
  return buildServiceAccount(env, MACHINE_SERVICE_ACCOUNT);
}

/**
 * The account of pods that name none. It has no rights, so its token would
 * only help whoever breaks into a pod: none is mounted.
 * @internal
 */
export function buildDefaultServiceAccount(
  env: ClusterEnvironment,
): KubernetesObject {
  return buildServiceAccount(env, 'default');
}

function buildServiceAccount(
  env: ClusterEnvironment,
  name: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name,
      namespace: env.kubernetesNamespace,
      labels: buildManagedLabels(env),
    },
    automountServiceAccountToken: false,
  };
}
