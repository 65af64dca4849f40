import {
  CLUSTER_CONDITION_TYPES,
  type Cluster,
  type ClusterCondition,
  type ClusterConditionType,
  type Region,
  type Team,
  type Tier,
} from '@nerds/plugin-free-tier-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Conditions of which the first `done` have come true. */
export function buildConditions(
  done: number,
  current: Partial<ClusterCondition> = {},
): ClusterCondition[] {
  return CLUSTER_CONDITION_TYPES.map((type: ClusterConditionType, index) => ({
    type,
    status: index < done ? ('True' as const) : ('Unknown' as const),
    reason: index < done ? 'Done' : 'Pending',
    message: '',
    lastTransitionAt: '2026-10-01T10:00:00.000Z',
    ...(index === done ? current : {}),
  }));
}

export function buildCluster(changes: Partial<Cluster> = {}): Cluster {
  return {
    id: '3f1c3c0e-8f0e-4a55-9c39-6d3c4d9c2b11',
    name: 'balie',
    owner: 'group:default/burgerzaken',
    tier: 'free',
    size: 'small',
    region: 'local',
    purpose: 'Proef met de nieuwe balie',
    state: 'ready',
    conditions: buildConditions(CLUSTER_CONDITION_TYPES.length),
    quota: [
      { resource: 'pods', hard: '20', used: '2' },
      { resource: 'requests.cpu', hard: '2', used: '500m' },
      { resource: 'requests.memory', hard: '4Gi', used: '3840Mi' },
      { resource: 'services.nodeports', hard: '0', used: '0' },
    ],
    namespace: 'burgerzaken-balie-1a2b3c',
    server: 'https://127.0.0.1:6443',
    createdBy: 'user:default/dev-burgerzaken',
    createdAt: '2026-10-01T10:00:00.000Z',
    expiresAt: new Date(Date.now() + 87.5 * DAY_MS).toISOString(),
    permissions: { connect: true, retry: true, delete: true },
    ...changes,
  };
}

export function buildRegion(changes: Partial<Region> = {}): Region {
  return {
    name: 'local',
    title: { nl: 'Deze computer', en: 'This machine' },
    state: 'available',
    kubernetesVersion: 'v1.36.3',
    simulatedNodes: false,
    ...changes,
  };
}

export function buildTeam(name: string, used = 1, limit = 3): Team {
  const owner = `group:default/${name}`;
  return {
    owner,
    title: name[0].toUpperCase() + name.slice(1),
    quotas: [{ owner, tier: 'free', used, limit }],
  };
}

export const TIERS: Tier[] = [
  {
    name: 'free',
    title: { nl: 'Gratis', en: 'Free' },
    description: { nl: 'Om te proberen.', en: 'To try things.' },
    available: true,
    lifetimeDays: 90,
    clustersPerTeam: 3,
    sizes: [
      {
        name: 'small',
        title: { nl: 'Klein', en: 'Small' },
        description: { nl: 'Voor één dienst.', en: 'For one service.' },
        quota: {
          pods: '20',
          'requests.cpu': '2',
          'requests.memory': '4Gi',
          'requests.storage': '20Gi',
        },
      },
      {
        name: 'medium',
        title: { nl: 'Middel', en: 'Medium' },
        description: { nl: 'Voor een handvol.', en: 'For a handful.' },
        quota: {
          pods: '50',
          'requests.cpu': '4',
          'requests.memory': '8Gi',
          'requests.storage': '50Gi',
        },
      },
    ],
  },
  {
    name: 'basis',
    title: { nl: 'Basis', en: 'Basic' },
    description: { nl: 'Voor gebruik.', en: 'For use.' },
    available: false,
    sizes: [],
  },
];
