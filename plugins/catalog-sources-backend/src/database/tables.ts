import type {
  ItemError,
  LocalizedText,
  RunCounts,
  RunState,
  SourceKind,
  SourceRun,
} from '@nerds/plugin-catalog-sources-common';
import type { SourceRecord } from '../domain/records';

/** @internal */
export interface DbSourceRow {
  id: string;
  title: LocalizedText;
  kind: SourceKind;
  plugin_id: string;
  task_id: string;
  registered_at: Date;
  requested_at: Date | null;
}

/** @internal */
export interface DbRunRow {
  id: string;
  source_id: string;
  state: Exclude<RunState, 'interrupted'>;
  started_at: Date;
  heard_at: Date;
  ended_at: Date | null;
  counts: RunCounts | null;
  error: LocalizedText | null;
  item_error_count: number;
}

/** @internal */
export interface DbItemErrorRow {
  run_id: string;
  position: number;
  item_id: string;
  item_url: string | null;
  field: string | null;
  message: LocalizedText;
}

/**
 * A run of which nothing was heard for so long is interrupted: four heartbeats,
 * so that a busy backend or database is not taken for one that stopped.
 */
const SILENCE_MS = 120_000;

/** @internal */
export function toSourceRecord(row: DbSourceRow): SourceRecord {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    pluginId: row.plugin_id,
    taskId: row.task_id,
    requestedAt: row.requested_at ?? undefined,
  };
}

/**
 * That a run is interrupted is not written anywhere: it follows from the time,
 * and a run that was only slow to tell goes on.
 *
 * @internal
 */
export function toSourceRun(row: DbRunRow, now: Date): SourceRun {
  const isSilent =
    row.state === 'running' &&
    now.getTime() - row.heard_at.getTime() > SILENCE_MS;
  const endedAt = isSilent ? row.heard_at : row.ended_at;
  return {
    id: row.id,
    sourceId: row.source_id,
    state: isSilent ? 'interrupted' : row.state,
    startedAt: row.started_at.toISOString(),
    endedAt: endedAt?.toISOString(),
    durationMs: endedAt
      ? Math.max(0, endedAt.getTime() - row.started_at.getTime())
      : undefined,
    counts: row.counts ?? undefined,
    error: row.error ?? undefined,
    itemErrorCount: row.item_error_count,
  };
}

/** @internal */
export function toItemError(row: DbItemErrorRow): ItemError {
  return {
    itemId: row.item_id,
    itemUrl: row.item_url ?? undefined,
    field: row.field ?? undefined,
    message: row.message,
  };
}
