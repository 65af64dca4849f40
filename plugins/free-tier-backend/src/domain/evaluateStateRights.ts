import type { ClusterState } from '@nerds/plugin-free-tier-common';

/**
 * What the state of a cluster lets anybody do with it, whoever they are.
 * @internal
 */
export function evaluateStateRights(state: ClusterState): {
  connect: boolean;
  retry: boolean;
  delete: boolean;
} {
  return {
    connect: state === 'ready' || state === 'degraded',
    retry: state === 'failed',
    delete: state !== 'deleting' && state !== 'deleted',
  };
}
