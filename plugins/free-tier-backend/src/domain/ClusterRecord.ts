import type {
  ClusterConditionType,
  ClusterState,
  LocalizedText,
  QuotaUsage,
} from '@nerds/plugin-free-tier-common';
import type { LimitRangeOptions } from './FreeTierOptions';

/** A condition in every language, as the ledger keeps it. @internal */
export interface ConditionRecord {
  type: ClusterConditionType;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: LocalizedText;
  /** ISO 8601 instant (UTC). */
  lastTransitionAt: string;
}

/**
 * The size as it was when the cluster was asked for.
 *
 * @remarks
 * A copy, so that a change of the configuration does not take away under a
 * running cluster what its team was promised.
 *
 * @internal
 */
export interface SizeRecord {
  name: string;
  quota: Record<string, string>;
  limitRange: LimitRangeOptions;
}

/** A cluster as the ledger knows it. @internal */
export interface ClusterRecord {
  id: string;
  name: string;
  ownerRef: string;
  tier: string;
  size: SizeRecord;
  region: string;
  purpose: string;
  state: ClusterState;
  reason?: string;
  message?: LocalizedText;
  conditions: ConditionRecord[];
  /** Last known use; empty until the quota was enforced. */
  quota: QuotaUsage[];
  kubernetesNamespace: string;
  namespaceUid?: string;
  createdBy: string;
  createdAt: Date;
  readyAt?: Date;
  expiresAt: Date;
  deletedAt?: Date;
  /** From here on a cluster that keeps being refused is `failed`. */
  deadlineAt: Date;
  /** Tries of the current work that went wrong one after the other. */
  attempts: number;
  /** Goes up with every change of what is wanted; a pass that saw an older one may not write. */
  generation: number;
}

/** What the reconciler may change about a cluster; `null` empties a field. @internal */
export interface ClusterChanges {
  state?: ClusterState;
  reason?: string | null;
  message?: LocalizedText | null;
  conditions?: ConditionRecord[];
  quota?: QuotaUsage[];
  namespaceUid?: string;
  readyAt?: Date;
  deletedAt?: Date;
  attempts?: number;
}

/** A machine credential that was handed out; never the token. @internal */
export interface CredentialRecord {
  id: string;
  clusterId: string;
  description: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  /** Id of the token in the audit log of Kubernetes. */
  jti?: string;
  revokedAt?: Date;
}

/** Name of a team's group, without kind and namespace: `group:default/burgerzaken` is `burgerzaken`. @internal */
export function toTeamName(ownerRef: string): string {
  return ownerRef.slice(ownerRef.indexOf('/') + 1);
}
