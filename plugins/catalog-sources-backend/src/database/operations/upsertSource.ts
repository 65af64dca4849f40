import type { Knex } from 'knex';
import type { SourceRecord } from '../../domain/records';

/** Makes a source known, or takes over what has changed about it. @internal */
export async function upsertSource(
  knex: Knex,
  source: Omit<SourceRecord, 'requestedAt'>,
  now: Date,
): Promise<void> {
  await knex('sources')
    .insert({
      id: source.id,
      title: source.title,
      kind: source.kind,
      plugin_id: source.pluginId,
      task_id: source.taskId,
      registered_at: now,
    })
    .onConflict('id')
    .merge(['title', 'kind', 'plugin_id', 'task_id']);
}
