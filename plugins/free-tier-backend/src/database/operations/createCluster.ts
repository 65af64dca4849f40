import type { Knex } from 'knex';
import { buildInitialConditions } from '../../domain/conditions';
import type {
  CreateClusterOptions,
  CreateClusterResult,
  NewCluster,
} from '../ClusterStore';
import {
  toClusterRecord,
  type DbClustersRow,
  type DbIdempotencyKeysRow,
} from '../tables';
import { insertActivity } from './insertActivity';
import { isNameTaken } from './isNameTaken';

/** PostgreSQL's code of a unique index that says no. */
const UNIQUE_VIOLATION = '23505';

/** Ends the transaction with an answer instead of an error. */
class Refusal extends Error {
  constructor(readonly result: CreateClusterResult) {
    super(result.outcome);
  }
}

/**
 * Books a place, takes a name and writes the cluster down in one transaction.
 *
 * @remarks
 * What may happen at the same moment:
 * - a second request for the team's last place: it waits on the row in
 *   `team_quota` and then finds the place gone;
 * - a second request for the same name: the unique index refuses it, and its
 *   place goes back with the transaction;
 * - the same request again with the same key: it waits on the key's row and
 *   then answers the cluster that the first one made.
 *
 * @internal
 */
export async function createCluster(
  knex: Knex,
  cluster: NewCluster,
  options: CreateClusterOptions,
): Promise<CreateClusterResult> {
  try {
    return await knex.transaction(async tx => {
      await claimIdempotencyKey(tx, cluster, options);
      const taken = await isNameTaken(tx, {
        ownerRef: cluster.ownerRef,
        name: cluster.name,
        freeWhenDeletedBefore: options.nameFreeWhenDeletedBefore,
      });
      if (taken) throw new Refusal({ outcome: 'name-taken' });
      await bookQuota(tx, cluster, options.limit);
      const row = await insertCluster(tx, cluster);
      await insertActivity(tx, cluster.id, {
        activity: { code: 'Requested', actor: cluster.createdBy },
        now: cluster.createdAt,
      });
      return { outcome: 'created', cluster: toClusterRecord(row) };
    });
  } catch (error) {
    if (error instanceof Refusal) return error.result;
    const { code, constraint } = error as {
      code?: string;
      constraint?: string;
    };
    if (code === UNIQUE_VIOLATION && constraint === 'clusters_living_name') {
      return { outcome: 'name-taken' };
    }
    throw error;
  }
}

async function claimIdempotencyKey(
  tx: Knex.Transaction,
  cluster: NewCluster,
  { idempotency }: CreateClusterOptions,
): Promise<void> {
  if (!idempotency) return;
  const identity = { created_by: cluster.createdBy, key: idempotency.key };
  const inserted = await tx<DbIdempotencyKeysRow>('idempotency_keys')
    .insert({
      ...identity,
      request_hash: idempotency.requestHash,
      cluster_id: cluster.id,
    })
    .onConflict(['created_by', 'key'])
    .ignore()
    .returning('key');
  if (inserted.length > 0) return;

  const known = await tx<DbIdempotencyKeysRow>('idempotency_keys')
    .where(identity)
    .first();
  if (known?.request_hash !== idempotency.requestHash) {
    throw new Refusal({ outcome: 'key-reused' });
  }
  const row = await tx<DbClustersRow>('clusters')
    .where({ id: known.cluster_id })
    .first();
  throw new Refusal({ outcome: 'repeated', cluster: toClusterRecord(row!) });
}

async function bookQuota(
  tx: Knex.Transaction,
  cluster: NewCluster,
  limit: number,
): Promise<void> {
  const booked = await tx.raw(
    `INSERT INTO team_quota AS booked (owner_ref, tier, used)
     VALUES (:ownerRef, :tier, 1)
     ON CONFLICT (owner_ref, tier)
     DO UPDATE SET used = booked.used + 1 WHERE booked.used < :limit
     RETURNING used`,
    { ownerRef: cluster.ownerRef, tier: cluster.tier, limit },
  );
  if (booked.rows.length === 0) throw new Refusal({ outcome: 'quota-full' });
}

async function insertCluster(
  tx: Knex.Transaction,
  cluster: NewCluster,
): Promise<DbClustersRow> {
  const [row] = await tx('clusters')
    .insert({
      id: cluster.id,
      name: cluster.name,
      owner_ref: cluster.ownerRef,
      tier: cluster.tier,
      region: cluster.region,
      purpose: cluster.purpose,
      size: JSON.stringify(cluster.size),
      kubernetes_namespace: cluster.kubernetesNamespace,
      state: 'requested',
      conditions: JSON.stringify(buildInitialConditions(cluster.createdAt)),
      quota: '[]',
      created_by: cluster.createdBy,
      created_at: cluster.createdAt,
      expires_at: cluster.expiresAt,
      deadline_at: cluster.deadlineAt,
      next_run_at: tx.fn.now(),
    })
    .returning<DbClustersRow[]>('*');
  return row;
}
