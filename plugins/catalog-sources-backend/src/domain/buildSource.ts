import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import { evaluateFreshness } from './evaluateFreshness';
import type { LatestRuns, ScheduledTask, SourceRecord } from './records';
import type { StockSource } from './stockSources';

/**
 * A source that reports its runs, with how fresh it is.
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
    reportsRuns: true,
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

/** A source of which only its task is known. @internal */
export function buildUnreportedSource(
  { title, kind }: StockSource,
  task: ScheduledTask,
  now: Date,
): CatalogSource {
  const { cadence: schedule } = task;
  const { taskId, isRunning, hasFailed, lastRunEndedAt, lastError } = task;
  const freshAt = hasFailed ? undefined : lastRunEndedAt;
  const toState = () => {
    if (isRunning) return 'running';
    if (!lastRunEndedAt) return 'never';
    return hasFailed ? 'failed' : 'succeeded';
  };
  return {
    id: taskId,
    title,
    kind,
    reportsRuns: false,
    state: toState(),
    startedAt: task.startedAt,
    endedAt: lastRunEndedAt,
    error:
      hasFailed && lastError ? { nl: lastError, en: lastError } : undefined,
    freshAt,
    ...evaluateFreshness({ freshAt, endedAt: lastRunEndedAt, schedule }, now),
    nextRunAt: task.nextRunAt,
    schedule,
  };
}
