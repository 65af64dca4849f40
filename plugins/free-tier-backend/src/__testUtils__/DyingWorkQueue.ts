import type {
  ClaimedCluster,
  ClusterClaim,
  ClusterWorkQueue,
  ProgressOptions,
} from '../database/ClusterWorkQueue';
import type { ClusterChanges } from '../domain/ClusterRecord';

const never = () => new Promise<never>(() => {});

/**
 * The queue of a replica that can die: from then on nothing of it reaches the
 * database any more, also not the renewal of its leases.
 */
export class DyingWorkQueue implements ClusterWorkQueue {
  isDead = false;
  saves = 0;
  readonly claimed: string[] = [];

  /**
   * @param inner - the queue while the replica lives
   * @param diesAtSave - dies just before this write, counted from 1
   */
  constructor(
    private readonly inner: ClusterWorkQueue,
    private readonly diesAtSave: number = Infinity,
  ) {}

  async claimClusters(options: {
    limit: number;
    leaseMs: number;
  }): Promise<ClaimedCluster[]> {
    if (this.isDead) return never();
    const claimed = await this.inner.claimClusters(options);
    this.claimed.push(...claimed.map(({ cluster }) => cluster.id));
    return claimed;
  }

  async saveProgress(
    claim: ClusterClaim,
    changes: ClusterChanges,
    options: ProgressOptions,
  ): Promise<boolean> {
    this.saves += 1;
    if (this.saves >= this.diesAtSave) this.isDead = true;
    if (this.isDead) return never();
    return this.inner.saveProgress(claim, changes, options);
  }

  async extendClaim(claim: ClusterClaim, leaseMs: number): Promise<boolean> {
    return this.isDead ? never() : this.inner.extendClaim(claim, leaseMs);
  }

  async releaseClaim(claim: ClusterClaim): Promise<void> {
    return this.isDead ? never() : this.inner.releaseClaim(claim);
  }
}
