import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import { evaluateFreshness } from './evaluateFreshness';
import type { LatestRuns, ScheduledTask, SourceRecord } from './records';

/**
 * A source with how fresh it is.
 *
 * @param options - `task` of the scheduler is absent when that could not be asked
 * @internal
 */
export function buildSource(
  { id, title, kind, requestedAt }: SourceRecord,
  options: { latest?: LatestRuns; task?: ScheduledTask; now: Date },
): CatalogSource {
  const { latest: { last, freshAt } = {}, task, now } = options;
  const schedule = task?.cadence;
  return {
    id,
    title,
    kind,
    state: last?.state ?? 'never',
    startedAt: last?.startedAt,
    endedAt: last?.endedAt,
    durationMs: last?.durationMs,
    counts: last?.counts,
    itemErrorCount: last?.itemErrorCount,
    error: last?.error,
    freshAt,
    ...evaluateFreshness({ freshAt, endedAt: last?.endedAt, schedule }, now),
    nextRunAt: task?.nextRunAt,
    schedule,
    requestedAt: requestedAt?.toISOString(),
  };
}
