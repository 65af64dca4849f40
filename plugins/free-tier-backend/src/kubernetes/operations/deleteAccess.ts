import type { ClusterEnvironment } from '../../domain/ClusterEnvironment';
import {
  CLUSTER_ID_LABEL,
  MACHINE_SERVICE_ACCOUNT,
} from '../../domain/managedLabels';
import type { KubernetesApiClient } from '../KubernetesApiClient';

/**
 * Takes everyone's access away at once: without the bindings nobody is
 * allowed anything, without the account no token of it is accepted.
 *
 * @remarks
 * By label, so that bindings of an earlier role go as well, and so that
 * nothing is touched if the namespace is another cluster's.
 *
 * @internal
 */
export async function deleteAccess(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<void> {
  const metadata = { namespace: env.kubernetesNamespace };
  const labelSelector = `${CLUSTER_ID_LABEL}=${env.id}`;
  await Promise.all([
    client.deleteCollection(
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata,
      },
      { labelSelector },
    ),
    client.deleteCollection(
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
      {
        labelSelector,
        fieldSelector: `metadata.name=${MACHINE_SERVICE_ACCOUNT}`,
      },
    ),
  ]);
}
