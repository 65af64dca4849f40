import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import type { LatestRuns, ScheduledTask, SourceRecord } from './records';
import type { StockSource } from './stockSources';

/**
 * A source that reports its runs, with how fresh it is.
 *
 * @param task - of the scheduler; absent when that could not be asked
 * @internal
 */
export function buildSource(
  { id, title, kind, requestedAt }: SourceRecord,
  { last, freshAt }: LatestRuns = {},
  task?: ScheduledTask,
): CatalogSource {
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
    nextRunAt: task?.nextRunAt,
    schedule: task?.cadence,
    requestedAt: requestedAt?.toISOString(),
  };
}

/** A source of which only its task is known. @internal */
export function buildUnreportedSource(
  { title, kind }: StockSource,
  task: ScheduledTask,
): CatalogSource {
  const { taskId, isRunning, hasFailed, lastRunEndedAt, lastError } = task;
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
    freshAt: hasFailed ? undefined : lastRunEndedAt,
    nextRunAt: task.nextRunAt,
    schedule: task.cadence,
  };
}
