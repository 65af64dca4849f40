import type { StartRunMessage } from '@nerds/plugin-catalog-sources-node';
import type { Knex } from 'knex';
import type { RunReport } from '../SourceStore';
import type { DbSourceRow } from '../tables';
import { upsertSource } from './upsertSource';

/**
 * Writes down that a run lives; the first time that it has started.
 *
 * @remarks
 * A sign of life may arrive after the end of the run, for it is sent again when
 * there was no answer: then it changes nothing.
 *
 * @internal
 */
export async function recordAlive(
  tx: Knex.Transaction,
  { runId, pluginId, message, now }: RunReport<StartRunMessage>,
): Promise<void> {
  const { source, startedAt } = message;
  await upsertSource(tx, { ...source, pluginId }, now);
  await tx('runs')
    .insert({
      id: runId,
      source_id: source.id,
      state: 'running',
      started_at: new Date(startedAt),
      heard_at: now,
    })
    .onConflict('id')
    .merge(['heard_at'])
    .where('runs.state', 'running');
  // Who asked for a run has got one.
  await tx<DbSourceRow>('sources')
    .where({ id: source.id })
    .where('requested_at', '<=', now)
    .update({ requested_at: null });
}
