import type { ClusterEnvironment } from './ClusterEnvironment';
import type { KubernetesObject } from './KubernetesObject';
import { buildManagedLabels } from './managedLabels';

/**
 * The Namespace of a cluster, with Pod Security `restricted`.
 *
 * @remarks
 * The version is `latest`: a new Kubernetes brings its new checks along,
 * instead of leaving clusters at the checks of the day they were made. Warnings
 * are off, also where the host cluster has them on for every namespace: they
 * complain about the template of every Deployment, of which
 * `host-cluster/35-safe-defaults.yaml` makes the pods safe.
 *
 * @internal
 */
export function buildNamespace(env: ClusterEnvironment): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: env.kubernetesNamespace,
      labels: {
        ...buildManagedLabels(env),
        'nerds.overheid.nl/tier': env.tier,
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'latest',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/audit-version': 'latest',
        'pod-security.kubernetes.io/warn': 'privileged',
        'pod-security.kubernetes.io/warn-version': 'latest',
      },
      annotations: {
        'nerds.overheid.nl/name': env.name,
        'nerds.overheid.nl/size': env.size.name,
      },
    },
  };
}
