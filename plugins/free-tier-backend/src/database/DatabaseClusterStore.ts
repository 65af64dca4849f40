import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ActivityRecord, NewActivity } from '../domain/activity';
import type { ClusterRecord } from '../domain/ClusterRecord';
import { toConditionsRetried } from '../domain/conditions';
import type {
  BookedQuota,
  ClusterFilter,
  ClusterStore,
  CreateClusterOptions,
  CreateClusterResult,
  NewCluster,
} from './ClusterStore';
import { createCluster } from './operations/createCluster';
import { insertActivity } from './operations/insertActivity';
import { isNameTaken } from './operations/isNameTaken';
import { whereReadable } from './operations/whereReadable';
import { isUuid } from './isUuid';
import {
  toActivityRecord,
  toClusterRecord,
  type DbClusterActivityRow,
  type DbClustersRow,
  type DbTeamQuotaRow,
} from './tables';

/** Brings the tables of the plugin up to date. @internal */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@nerds/plugin-free-tier-backend',
        'migrations',
      ),
    });
  }
  return knex;
}

/** The ledger in PostgreSQL. @internal */
export class DatabaseClusterStore implements ClusterStore {
  constructor(private readonly knex: Knex) {}

  async createCluster(
    cluster: NewCluster,
    options: CreateClusterOptions,
  ): Promise<CreateClusterResult> {
    return createCluster(this.knex, cluster, options);
  }

  async getCluster(id: string): Promise<ClusterRecord | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.knex<DbClustersRow>('clusters')
      .where({ id })
      .first();
    return row && toClusterRecord(row);
  }

  async listClusters(filter: ClusterFilter): Promise<ClusterRecord[]> {
    const { ownerRefs, createdBy, readable, state } = filter;
    const query = this.knex<DbClustersRow>('clusters').orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id' },
    ]);
    if (ownerRefs) query.whereIn('owner_ref', ownerRefs);
    if (createdBy) query.where('created_by', createdBy);
    if (readable) whereReadable(query, readable);
    if (state) query.where('state', state);
    else query.whereNot('state', 'deleted');
    return (await query).map(toClusterRecord);
  }

  async isNameTaken(
    ownerRef: string,
    name: string,
    freeWhenDeletedBefore: Date,
  ): Promise<boolean> {
    return isNameTaken(this.knex, { ownerRef, name, freeWhenDeletedBefore });
  }

  async listBookedQuotas(ownerRefs: string[]): Promise<BookedQuota[]> {
    const rows = await this.knex<DbTeamQuotaRow>('team_quota').whereIn(
      'owner_ref',
      ownerRefs,
    );
    return rows.map(row => ({
      ownerRef: row.owner_ref,
      tier: row.tier,
      used: row.used,
    }));
  }

  async requestDeletion(
    id: string,
    { actor, now }: { actor: string; now: Date },
  ): Promise<ClusterRecord | undefined> {
    return this.knex.transaction(async tx => {
      const [row] = await tx<DbClustersRow>('clusters')
        .where({ id })
        .whereNotIn('state', ['deleting', 'deleted'])
        .update({
          state: 'deleting',
          reason: null,
          message: null,
          attempts: 0,
          generation: tx.raw('generation + 1'),
          next_run_at: tx.fn.now(),
        })
        .returning('*');
      if (!row) {
        const known = await tx<DbClustersRow>('clusters').where({ id }).first();
        return known && toClusterRecord(known);
      }
      const activity: NewActivity = { code: 'DeleteRequested', actor };
      await insertActivity(tx, id, { activity, now });
      return toClusterRecord(row);
    });
  }

  async requestRetry(
    id: string,
    request: { actor: string; now: Date; deadlineAt: Date },
  ): Promise<ClusterRecord | undefined> {
    const { actor, now, deadlineAt } = request;
    return this.knex.transaction(async tx => {
      const failed = await tx<DbClustersRow>('clusters')
        .where({ id, state: 'failed' })
        .forUpdate()
        .first();
      if (!failed) return undefined;
      const [row] = await tx('clusters')
        .where({ id })
        .update({
          state: 'provisioning',
          reason: null,
          message: null,
          conditions: JSON.stringify(
            toConditionsRetried(failed.conditions, now),
          ),
          attempts: 0,
          deadline_at: deadlineAt,
          generation: failed.generation + 1,
          next_run_at: tx.fn.now(),
        })
        .returning<DbClustersRow[]>('*');
      const activity: NewActivity = { code: 'RetryRequested', actor };
      await insertActivity(tx, id, { activity, now });
      return toClusterRecord(row);
    });
  }

  async addActivity(
    clusterId: string,
    activity: NewActivity,
    now: Date,
  ): Promise<void> {
    await insertActivity(this.knex, clusterId, { activity, now });
  }

  async listActivity(
    clusterId: string,
    limit: number,
  ): Promise<ActivityRecord[]> {
    const rows = await this.knex<DbClusterActivityRow>('cluster_activity')
      .where({ cluster_id: clusterId })
      .orderBy('id', 'desc')
      .limit(limit);
    return rows.map(toActivityRecord);
  }
}
