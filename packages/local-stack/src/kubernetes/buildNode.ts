import type { V1Node } from '@kubernetes/client-node';

/** Room of one simulated node: a modest server, so that quotas and not nodes are the limit. */
const CAPACITY = {
  cpu: '32',
  memory: '128Gi',
  'ephemeral-storage': '500Gi',
  pods: '250',
};

/**
 * A node that exists only in the API; KWOK plays its kubelet.
 *
 * @internal
 */
export function buildNode(number: number): V1Node {
  const name = `nerds-node-${number}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': 'local',
        'topology.kubernetes.io/zone': `local-${number}`,
        type: 'kwok',
      },
      annotations: { 'kwok.x-k8s.io/node': 'fake' },
    },
    status: { allocatable: CAPACITY, capacity: CAPACITY },
  };
}
