import type {
  Cluster,
  ClusterEvent,
  Language,
  MachineCredential,
  QuotaUsage,
  Region,
} from '@nerds/plugin-free-tier-common';
import { toClusterEvent } from '../domain/activity';
import type { ClusterRecord, CredentialRecord } from '../domain/ClusterRecord';
import type {
  ClusterHistory,
  ClusterView,
  RegionView,
} from '../services/ClusterService';

/** A cluster as the API answers it. @internal */
export function toClusterAnswer(
  { cluster, permissions, server }: ClusterView,
  language: Language,
): Cluster {
  return {
    id: cluster.id,
    name: cluster.name,
    owner: cluster.ownerRef,
    tier: cluster.tier,
    size: cluster.size.name,
    region: cluster.region,
    purpose: cluster.purpose,
    state: cluster.state,
    reason: cluster.reason,
    message: cluster.message?.[language],
    conditions: cluster.conditions.map(condition => ({
      ...condition,
      message: condition.message[language],
    })),
    quota: toQuota(cluster),
    namespace: cluster.kubernetesNamespace,
    server,
    createdBy: cluster.createdBy,
    createdAt: cluster.createdAt.toISOString(),
    readyAt: cluster.readyAt?.toISOString(),
    expiresAt: cluster.expiresAt.toISOString(),
    deletedAt: cluster.deletedAt?.toISOString(),
    permissions,
  };
}

/** Before Kubernetes counts, nothing is used of what the team will get. */
function toQuota(cluster: ClusterRecord): QuotaUsage[] {
  if (cluster.quota.length > 0) return cluster.quota;
  return Object.entries(cluster.size.quota).map(([resource, hard]) => ({
    resource,
    hard,
    used: '0',
  }));
}

/** Both sources in one list, newest first. @internal */
export function toEventAnswers(
  { activities, kubernetesEvents }: ClusterHistory,
  language: Language,
): ClusterEvent[] {
  const events = activities.map(activity => toClusterEvent(activity, language));
  return [...events, ...kubernetesEvents].sort((a, b) =>
    b.at.localeCompare(a.at),
  );
}

/** A region as the API answers it. @internal */
export function toRegionAnswer(region: RegionView, language: Language): Region {
  return { ...region, message: region.message?.[language] };
}

/** A machine credential as the API answers it. @internal */
export function toCredentialAnswer(
  credential: CredentialRecord,
): MachineCredential {
  return {
    id: credential.id,
    description: credential.description,
    createdBy: credential.createdBy,
    createdAt: credential.createdAt.toISOString(),
    expiresAt: credential.expiresAt.toISOString(),
    revokedAt: credential.revokedAt?.toISOString(),
  };
}
