import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ClusterState } from '@nerds/plugin-free-tier-common';
import type { ActivityRecord, NewActivity } from '../domain/activity';
import type { ClusterRecord } from '../domain/ClusterRecord';

/** What is known of a cluster when it is asked for. @internal */
export type NewCluster = Pick<
  ClusterRecord,
  | 'id'
  | 'name'
  | 'ownerRef'
  | 'tier'
  | 'size'
  | 'region'
  | 'purpose'
  | 'kubernetesNamespace'
  | 'createdBy'
  | 'createdAt'
  | 'expiresAt'
  | 'deadlineAt'
>;

/** @internal */
export interface CreateClusterOptions {
  /** Places the team has in this tier. */
  limit: number;
  /** A name is free again when its cluster was deleted before this. */
  nameFreeWhenDeletedBefore: Date;
  /** Makes a repeat of the same request give the same cluster. */
  idempotency?: { key: string; requestHash: string };
}

/** Why a cluster was booked, or was not. @internal */
export type CreateClusterResult =
  | { outcome: 'created'; cluster: ClusterRecord }
  /** The same request with the same key was booked before. */
  | { outcome: 'repeated'; cluster: ClusterRecord }
  /** Another request was sent with this key before. */
  | { outcome: 'key-reused' }
  | { outcome: 'name-taken' }
  | { outcome: 'quota-full' };

/** Clusters of these teams. @internal */
export interface OwnerFilter {
  /** Entity refs. */
  ownerRefs: string[];
}

/** Conditions of the permission policy on clusters. @internal */
export type ClusterCriteria = PermissionCriteria<OwnerFilter>;

/** Everything given narrows the list; nothing given is everything. @internal */
export interface ClusterFilter {
  ownerRefs?: string[];
  createdBy?: string;
  /** What the caller may see. */
  readable?: ClusterCriteria;
  /** Absent: all but `deleted`. */
  state?: ClusterState;
}

/** @internal */
export interface BookedQuota {
  ownerRef: string;
  tier: string;
  used: number;
}

/** The ledger: what was asked and how far it is. @internal */
export interface ClusterStore {
  /**
   * Books the team's place, takes the name and writes the cluster down, all or nothing.
   */
  createCluster(
    cluster: NewCluster,
    options: CreateClusterOptions,
  ): Promise<CreateClusterResult>;

  getCluster(id: string): Promise<ClusterRecord | undefined>;

  /** Newest first. */
  listClusters(filter: ClusterFilter): Promise<ClusterRecord[]>;

  isNameTaken(
    ownerRef: string,
    name: string,
    freeWhenDeletedBefore: Date,
  ): Promise<boolean>;

  /** Of the teams that ever booked something. */
  listBookedQuotas(ownerRefs: string[]): Promise<BookedQuota[]>;

  /**
   * Wants the cluster gone; once is enough.
   * @returns the cluster, undefined when there is none with this id
   */
  requestDeletion(
    id: string,
    request: { actor: string; now: Date },
  ): Promise<ClusterRecord | undefined>;

  /**
   * Wants a failed cluster tried again.
   * @returns the cluster, undefined when it is not (or no longer) `failed`
   */
  requestRetry(
    id: string,
    request: { actor: string; now: Date; deadlineAt: Date },
  ): Promise<ClusterRecord | undefined>;

  addActivity(
    clusterId: string,
    activity: NewActivity,
    now: Date,
  ): Promise<void>;

  /** Newest first. */
  listActivity(clusterId: string, limit: number): Promise<ActivityRecord[]>;
}
