import type { NewActivity } from '../domain/activity';
import type { ClusterChanges, ClusterRecord } from '../domain/ClusterRecord';

/** The right of one pass to work on one cluster. @internal */
export interface ClusterClaim {
  clusterId: string;
  /** Unique per pass, so that also an older pass of this very process is fenced off. */
  claimId: string;
  /** Of the cluster when it was claimed. */
  generation: number;
}

/** @internal */
export interface ClaimedCluster {
  claim: ClusterClaim;
  cluster: ClusterRecord;
}

/** @internal */
export interface ProgressOptions {
  now: Date;
  activity?: NewActivity;
  /** Gives the claim back with this write; `null`: there is nothing more to do. */
  release?: { runInMs: number | null };
  /** Frees the team's place: the environment is really gone. */
  freeQuota?: true;
  /** Marks every machine credential as revoked: the access is off. */
  revokeCredentials?: true;
}

/**
 * Who works on which cluster.
 *
 * @remarks
 * A claim is a lease in the row, not an open transaction: work on Kubernetes
 * may take long, and a replica that dies loses its claim by time alone. Every
 * write of a pass names its claim and the generation it saw, so a pass that
 * was overtaken (by a newer request, or by another replica after its lease ran
 * out) writes nothing. The database's clock decides about leases: there is one
 * of it.
 *
 * @internal
 */
export interface ClusterWorkQueue {
  /** Claims clusters whose time has come and that nobody works on. */
  claimClusters(options: {
    limit: number;
    leaseMs: number;
  }): Promise<ClaimedCluster[]>;

  /**
   * @returns false when the claim is lost or another thing is wanted by now; then nothing was written
   */
  saveProgress(
    claim: ClusterClaim,
    changes: ClusterChanges,
    options: ProgressOptions,
  ): Promise<boolean>;

  /** @returns false when the claim is lost or another thing is wanted by now */
  extendClaim(claim: ClusterClaim, leaseMs: number): Promise<boolean>;

  /** Gives the claim back without a word; the cluster is due when it was due. */
  releaseClaim(claim: ClusterClaim): Promise<void>;
}
