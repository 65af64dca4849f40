import type {
  LocalizedText,
  SourceKind,
  SourceRun,
} from '@nerds/plugin-catalog-sources-common';

/** A source of the catalog. @internal */
export interface SourceRecord {
  id: string;
  title: LocalizedText;
  kind: SourceKind;
  /** Plugin whose scheduler runs it. */
  pluginId: string;
  taskId: string;
  /** Somebody asked for a run, which has not started yet. */
  requestedAt?: Date;
}

/** What the runs of a source say about it. @internal */
export interface LatestRuns {
  last?: SourceRun;
  /** End of the last run that went well, in whole or in part. */
  freshAt?: string;
}

/** A task of the scheduler of a plugin. @internal */
export interface ScheduledTask {
  taskId: string;
  /** ISO 8601 duration, cron expression, or `manual`. */
  cadence: string;
  nextRunAt?: string;
}
