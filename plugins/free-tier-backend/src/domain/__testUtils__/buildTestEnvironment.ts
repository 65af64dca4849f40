import { randomUUID } from 'node:crypto';
import { buildKubernetesNamespaceName } from '../buildKubernetesNamespaceName';
import type { ClusterEnvironment } from '../ClusterEnvironment';

/** A cluster as the ledger would hand it over; each call a new one. */
export function buildTestEnvironment(
  overrides: Partial<ClusterEnvironment> = {},
): ClusterEnvironment {
  const { id = randomUUID(), team = 'burgerzaken', name = 'demo' } = overrides;
  return {
    id,
    name,
    team,
    kubernetesNamespace: buildKubernetesNamespaceName({ id, team, name }),
    tier: 'free',
    size: {
      name: 'small',
      quota: {
        pods: '20',
        'requests.cpu': '2',
        'requests.memory': '4Gi',
        'limits.cpu': '8',
        'limits.memory': '8Gi',
        'requests.storage': '20Gi',
      },
      limitRange: {
        default: { cpu: '500m', memory: '512Mi' },
        defaultRequest: { cpu: '10m', memory: '100Mi' },
        max: { cpu: '4', memory: '4Gi' },
      },
    },
    ...overrides,
  };
}
