import type { LocalizedText, QuotaUsage } from '@nerds/plugin-free-tier-common';
import type {
  ActivityCode,
  ActivityRecord,
  ActivityValues,
} from '../domain/activity';
import type {
  ClusterRecord,
  ConditionRecord,
  CredentialRecord,
  SizeRecord,
} from '../domain/ClusterRecord';

/** Row of `clusters`. @internal */
export interface DbClustersRow {
  id: string;
  name: string;
  owner_ref: string;
  tier: string;
  region: string;
  purpose: string;
  size: SizeRecord;
  kubernetes_namespace: string;
  namespace_uid: string | null;
  state: ClusterRecord['state'];
  reason: string | null;
  message: LocalizedText | null;
  conditions: ConditionRecord[];
  quota: QuotaUsage[];
  created_by: string;
  created_at: Date;
  ready_at: Date | null;
  expires_at: Date;
  deleted_at: Date | null;
  deadline_at: Date;
  attempts: number;
  generation: number;
  next_run_at: Date | null;
  claimed_by: string | null;
  claimed_until: Date | null;
}

/** Row of `team_quota`. @internal */
export interface DbTeamQuotaRow {
  owner_ref: string;
  tier: string;
  used: number;
}

/** Row of `cluster_activity`. @internal */
export interface DbClusterActivityRow {
  id: string;
  cluster_id: string;
  at: Date;
  code: ActivityCode;
  values: ActivityValues;
  actor: string | null;
}

/** Row of `machine_credentials`. @internal */
export interface DbMachineCredentialsRow {
  id: string;
  cluster_id: string;
  description: string;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  jti: string | null;
  revoked_at: Date | null;
}

/** Row of `idempotency_keys`. @internal */
export interface DbIdempotencyKeysRow {
  created_by: string;
  key: string;
  request_hash: string;
  cluster_id: string;
}

/** @internal */
export function toClusterRecord(row: DbClustersRow): ClusterRecord {
  return {
    id: row.id,
    name: row.name,
    ownerRef: row.owner_ref,
    tier: row.tier,
    size: row.size,
    region: row.region,
    purpose: row.purpose,
    state: row.state,
    reason: row.reason ?? undefined,
    message: row.message ?? undefined,
    conditions: row.conditions,
    quota: row.quota,
    kubernetesNamespace: row.kubernetes_namespace,
    namespaceUid: row.namespace_uid ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    readyAt: row.ready_at ?? undefined,
    expiresAt: row.expires_at,
    deletedAt: row.deleted_at ?? undefined,
    deadlineAt: row.deadline_at,
    attempts: row.attempts,
    generation: row.generation,
  };
}

/** @internal */
export function toActivityRecord(row: DbClusterActivityRow): ActivityRecord {
  return {
    at: row.at,
    code: row.code,
    values: row.values,
    actor: row.actor ?? undefined,
  };
}

/** @internal */
export function toCredentialRecord(
  row: DbMachineCredentialsRow,
): CredentialRecord {
  return {
    id: row.id,
    clusterId: row.cluster_id,
    description: row.description,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    jti: row.jti ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
