import type { LiveObject } from '../clients/kubernetes/KubernetesClient';

/** How far a Deployment or StatefulSet is. @internal */
export interface Rollout {
  done: boolean;
  /** It will not get any further by itself. */
  failed: boolean;
  /** Why it is not done, in the words of Kubernetes. */
  reason: string;
}

/**
 * Whether all replicas of the newest version are available.
 * @internal
 */
export function evaluateRollout(object: LiveObject): Rollout {
  const { metadata, spec, status = {} } = object;
  const wanted = spec?.replicas ?? 1;
  const {
    observedGeneration = 0,
    updatedReplicas = 0,
    availableReplicas = 0,
    conditions = [],
  } = status;
  const find = (type: string, value: string) =>
    conditions.find(one => one.type === type && one.status === value);
  const refused = find('ReplicaFailure', 'True');
  const stuck = find('Progressing', 'False');
  const problem = refused ?? stuck;
  const seen = observedGeneration >= (metadata.generation ?? 0);
  return {
    done: seen && updatedReplicas >= wanted && availableReplicas >= wanted,
    failed: seen && problem !== undefined,
    reason: problem?.message ?? `${availableReplicas}/${wanted}`,
  };
}
