import type { Knex } from 'knex';
import type { NewActivity } from '../../domain/activity';

/**
 * Writes down what happened to a cluster.
 * @internal
 */
export async function insertActivity(
  knex: Knex,
  clusterId: string,
  { activity, now }: { activity: NewActivity; now: Date },
): Promise<void> {
  await knex('cluster_activity').insert({
    cluster_id: clusterId,
    at: now,
    code: activity.code,
    values: JSON.stringify(activity.values ?? {}),
    actor: activity.actor ?? null,
  });
}
