import { buildNamespace } from '../../domain/buildNamespace';
import type { ClusterEnvironment } from '../../domain/ClusterEnvironment';
import type { LiveNamespace } from '../../domain/evaluateNamespaceGone';
import { CLUSTER_ID_LABEL } from '../../domain/managedLabels';
import {
  HostClusterConflictError,
  HostClusterUnavailableError,
} from '../HostClusterErrors';
import type { KubernetesApiClient } from '../KubernetesApiClient';
import { isApiError } from '../KubernetesApiError';

/**
 * Makes the namespace, or sets its labels back.
 *
 * @remarks
 * The POST is the lock: of two that try, the API server lets one through, and
 * the label with the cluster's id tells the other (or the same one, after a
 * crash or a lost answer) whose it is. A namespace that was there before is
 * only read first, because a POST would then fail for nothing.
 *
 * @internal
 */
export async function ensureNamespace(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<{ namespaceUid: string }> {
  const found = env.namespaceUid ? await find(client, env) : undefined;
  if (found) {
    return adopt(client, env, found);
  }
  try {
    const made = await client.create<LiveNamespace>(buildNamespace(env));
    return { namespaceUid: made.metadata.uid };
  } catch (error) {
    if (!isApiError(error, 409, 'AlreadyExists')) {
      throw error;
    }
    const existing = await find(client, env);
    if (!existing) {
      // Finished deleting between the two calls; the next pass makes it.
      throw terminating();
    }
    return adopt(client, env, existing);
  }
}

async function adopt(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
  namespace: LiveNamespace,
): Promise<{ namespaceUid: string }> {
  if (namespace.metadata.labels?.[CLUSTER_ID_LABEL] !== env.id) {
    throw new HostClusterConflictError({
      reason: 'NamespaceTaken',
      localizedMessage: {
        nl: `De namespace “${env.kubernetesNamespace}” bestaat al en hoort niet bij dit cluster.`,
        en: `The namespace “${env.kubernetesNamespace}” exists already and is not this cluster's.`,
      },
    });
  }
  if (namespace.status?.phase === 'Terminating') {
    throw terminating();
  }
  const { uid } = namespace.metadata;
  const wanted = buildNamespace(env);
  await client.apply({ ...wanted, metadata: { ...wanted.metadata, uid } });
  return { namespaceUid: uid };
}

async function find(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<LiveNamespace | undefined> {
  try {
    return await client.get<LiveNamespace>(buildNamespace(env));
  } catch (error) {
    if (isApiError(error, 404)) {
      return undefined;
    }
    throw error;
  }
}

function terminating(): HostClusterUnavailableError {
  return new HostClusterUnavailableError({
    reason: 'NamespaceTerminating',
    localizedMessage: {
      nl: 'De vorige namespace met deze naam wordt nog verwijderd.',
      en: 'The previous namespace of this name is still being deleted.',
    },
  });
}
