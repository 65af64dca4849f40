import type { FinishRunMessage } from '@nerds/plugin-catalog-sources-node';
import type { Knex } from 'knex';
import type { RunReport } from '../SourceStore';
import type { DbItemErrorRow, DbRunRow } from '../tables';
import { recordAlive } from './recordAlive';

/** Rows per statement: PostgreSQL takes 65,535 values in one, and a row has 6. */
const BATCH_SIZE = 1_000;

/**
 * Writes down how a run ended, and forgets the oldest runs of its source.
 *
 * @remarks
 * The message may arrive twice, for it is sent again when there was no answer:
 * only a run that still runs ends. The start may have been missed, so it is
 * written first.
 *
 * @internal
 */
export async function recordOutcome(
  tx: Knex.Transaction,
  report: RunReport<FinishRunMessage>,
  { keepRuns }: { keepRuns: number },
): Promise<void> {
  const { runId, message } = report;
  await recordAlive(tx, report);
  const ended = await tx<DbRunRow>('runs')
    .where({ id: runId, state: 'running' })
    .update({
      state: message.state,
      ended_at: new Date(message.endedAt),
      counts: message.counts,
      error: message.error ?? null,
      item_error_count: message.itemErrorCount,
    });
  if (ended === 0) return;
  const rows: DbItemErrorRow[] = message.itemErrors.map((error, position) => ({
    run_id: runId,
    position,
    item_id: error.itemId,
    item_url: error.itemUrl ?? null,
    field: error.field ?? null,
    message: error.message,
  }));
  await tx.batchInsert('item_errors', rows, BATCH_SIZE);
  const kept = tx<DbRunRow>('runs')
    .select('id')
    .where({ source_id: message.source.id })
    .orderBy('started_at', 'desc')
    .limit(keepRuns);
  await tx<DbRunRow>('runs')
    .where({ source_id: message.source.id })
    .whereNotIn('id', kept)
    .delete();
}
