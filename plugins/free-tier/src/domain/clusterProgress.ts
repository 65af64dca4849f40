import {
  CLUSTER_CONDITION_TYPES,
  type Cluster,
  type ClusterConditionType,
  type ClusterState,
} from '@nerds/plugin-free-tier-common';

/** How far a step of a cluster is. @internal */
export type StepState = 'done' | 'busy' | 'waiting' | 'failed' | 'pending';

/** A step of a cluster, ready to show. @internal */
export interface ClusterStep {
  type: ClusterConditionType;
  state: StepState;
  /** Why it waits or failed; absent for the other states. */
  message?: string;
  /** ISO 8601 instant (UTC) at which it was done. */
  doneAt?: string;
}

const MOVING: ReadonlySet<ClusterState> = new Set([
  'requested',
  'provisioning',
  'deleting',
]);

/** Whether the portal is working on the cluster, so that it is worth watching. @internal */
export function isClusterMoving(cluster: Pick<Cluster, 'state'>): boolean {
  return MOVING.has(cluster.state);
}

/**
 * The steps of a cluster in their order. Only the first step that is not done
 * is busy, waiting or failed; what comes after it has to wait its turn.
 * @internal
 */
export function toClusterSteps(
  cluster: Pick<Cluster, 'state' | 'conditions' | 'message'>,
): ClusterStep[] {
  const byType = new Map(
    cluster.conditions.map(condition => [condition.type, condition]),
  );
  let isCurrentFound = false;
  return CLUSTER_CONDITION_TYPES.map(type => {
    const condition = byType.get(type);
    if (condition?.status === 'True') {
      return { type, state: 'done', doneAt: condition.lastTransitionAt };
    }
    if (isCurrentFound) return { type, state: 'pending' };
    isCurrentFound = true;
    const message =
      condition?.status === 'False' ? condition.message : undefined;
    if (cluster.state === 'failed') {
      return { type, state: 'failed', message: message ?? cluster.message };
    }
    return message
      ? { type, state: 'waiting', message }
      : { type, state: 'busy' };
  });
}
