import { buildNamespace } from '../../domain/buildNamespace';
import type { ClusterEnvironment } from '../../domain/ClusterEnvironment';
import {
  evaluateNamespaceGone,
  type LiveNamespace,
} from '../../domain/evaluateNamespaceGone';
import { CLUSTER_ID_LABEL } from '../../domain/managedLabels';
import type { StepResult } from '../../domain/StepResult';
import type { KubernetesApiClient } from '../KubernetesApiClient';
import { isApiError } from '../KubernetesApiError';

/** Deletes the namespace if it is still this cluster's. @internal */
export async function deleteNamespace(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<void> {
  const namespace = await findOwn(client, env);
  if (namespace && namespace.status?.phase !== 'Terminating') {
    await client.delete(buildNamespace(env), namespace.metadata.uid);
  }
}

/** Whether the namespace is gone, and what holds it if not. @internal */
export async function checkNamespaceGone(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<StepResult> {
  const namespace = await findOwn(client, env);
  return namespace ? evaluateNamespaceGone(namespace) : { done: true };
}

/** The namespace, unless it is gone or another cluster's by now. */
async function findOwn(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<LiveNamespace | undefined> {
  try {
    const namespace = await client.get<LiveNamespace>(buildNamespace(env));
    const { uid, labels } = namespace.metadata;
    const isOwn = env.namespaceUid
      ? uid === env.namespaceUid
      : labels?.[CLUSTER_ID_LABEL] === env.id;
    return isOwn ? namespace : undefined;
  } catch (error) {
    if (isApiError(error, 404)) {
      return undefined;
    }
    throw error;
  }
}
