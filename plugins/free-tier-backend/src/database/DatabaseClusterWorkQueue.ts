import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ClusterChanges } from '../domain/ClusterRecord';
import type {
  ClaimedCluster,
  ClusterClaim,
  ClusterWorkQueue,
  ProgressOptions,
} from './ClusterWorkQueue';
import { insertActivity } from './operations/insertActivity';
import {
  toClusterRecord,
  type DbClustersRow,
  type DbMachineCredentialsRow,
} from './tables';

/** Claims and progress in PostgreSQL. @internal */
export class DatabaseClusterWorkQueue implements ClusterWorkQueue {
  constructor(private readonly knex: Knex) {}

  /**
   * One statement: SKIP LOCKED lets two replicas claim at the same moment
   * without waiting for each other or getting the same row. A request that was
   * not started yet counts as started from here.
   */
  async claimClusters(options: {
    limit: number;
    leaseMs: number;
  }): Promise<ClaimedCluster[]> {
    const claimId = randomUUID();
    const { rows } = await this.knex.raw<{ rows: DbClustersRow[] }>(
      `UPDATE clusters
       SET claimed_by = :claimId,
           claimed_until = now() + :leaseMs * interval '1 millisecond',
           state = CASE WHEN state = 'requested' THEN 'provisioning' ELSE state END
       WHERE id IN (
         SELECT id FROM clusters
         WHERE next_run_at <= now()
           AND (claimed_until IS NULL OR claimed_until < now())
         ORDER BY next_run_at
         LIMIT :limit
         FOR UPDATE SKIP LOCKED
       )
       RETURNING *`,
      { claimId, leaseMs: options.leaseMs, limit: options.limit },
    );
    return rows.map(row => ({
      claim: { clusterId: row.id, claimId, generation: row.generation },
      cluster: toClusterRecord(row),
    }));
  }

  async saveProgress(
    claim: ClusterClaim,
    changes: ClusterChanges,
    options: ProgressOptions,
  ): Promise<boolean> {
    const isSingleWrite =
      !options.activity && !options.freeQuota && !options.revokeCredentials;
    if (isSingleWrite) {
      return (await this.#update(this.knex, claim, changes, options)) !== null;
    }
    return this.knex.transaction(async tx => {
      const row = await this.#update(tx, claim, changes, options);
      if (!row) return false;
      if (options.activity) {
        await insertActivity(tx, row.id, {
          activity: options.activity,
          now: options.now,
        });
      }
      if (options.freeQuota) {
        await tx('team_quota')
          .where({ owner_ref: row.owner_ref, tier: row.tier })
          .decrement('used', 1);
      }
      if (options.revokeCredentials) {
        await tx<DbMachineCredentialsRow>('machine_credentials')
          .where({ cluster_id: row.id })
          .whereNull('revoked_at')
          .update({ revoked_at: options.now });
      }
      return true;
    });
  }

  async extendClaim(claim: ClusterClaim, leaseMs: number): Promise<boolean> {
    const count = await this.#whereClaimed(this.knex, claim)
      .andWhere({ generation: claim.generation })
      .update({ claimed_until: this.#inMs(leaseMs) });
    return count > 0;
  }

  async releaseClaim(claim: ClusterClaim): Promise<void> {
    await this.#whereClaimed(this.knex, claim).update({
      claimed_by: null,
      claimed_until: null,
    });
  }

  async #update(
    knex: Knex,
    claim: ClusterClaim,
    changes: ClusterChanges,
    { release }: ProgressOptions,
  ): Promise<DbClustersRow | null> {
    const columns = {
      ...toColumns(changes),
      ...(release && {
        claimed_by: null,
        claimed_until: null,
        next_run_at:
          release.runInMs === null ? null : this.#inMs(release.runInMs),
      }),
    };
    const [row] = await this.#whereClaimed(knex, claim)
      .andWhere({ generation: claim.generation })
      .update(columns)
      .returning<DbClustersRow[]>('*');
    return row ?? null;
  }

  #whereClaimed(knex: Knex, claim: ClusterClaim) {
    return knex('clusters').where({
      id: claim.clusterId,
      claimed_by: claim.claimId,
    });
  }

  #inMs(milliseconds: number): Knex.Raw {
    return this.knex.raw(`now() + ? * interval '1 millisecond'`, [
      Math.round(milliseconds),
    ]);
  }
}

/** Only what is changed; `undefined` leaves a column as it is, `null` empties it. */
function toColumns(changes: ClusterChanges): Record<string, unknown> {
  const json = (value: unknown) =>
    value === undefined || value === null ? value : JSON.stringify(value);
  const columns = {
    state: changes.state,
    reason: changes.reason,
    message: json(changes.message),
    conditions: json(changes.conditions),
    quota: json(changes.quota),
    namespace_uid: changes.namespaceUid,
    ready_at: changes.readyAt,
    deleted_at: changes.deletedAt,
    attempts: changes.attempts,
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  );
}
