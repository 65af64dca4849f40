import type {
  ItemError,
  SourceRun,
} from '@nerds/plugin-catalog-sources-common';
import type {
  FinishRunMessage,
  StartRunMessage,
} from '@nerds/plugin-catalog-sources-node';
import type { LatestRuns, SourceRecord } from '../domain/records';

/** A sign of life of a run, or its end. @internal */
export interface RunReport<TMessage> {
  runId: string;
  /** Plugin that reports. */
  pluginId: string;
  message: TMessage;
  now: Date;
}

/** The ledger of sources and runs. @internal */
export interface SourceStore {
  registerSource(
    source: Omit<SourceRecord, 'requestedAt'>,
    now: Date,
  ): Promise<void>;
  listSources(): Promise<SourceRecord[]>;
  getSource(id: string): Promise<SourceRecord | undefined>;
  /**
   * Notes that somebody asks for a run, if `start` does not throw. Of several who
   * ask at once each waits for the one before.
   *
   * @param start - gets when a run was asked for that has not started yet
   */
  request(
    id: string,
    requestedAt: Date,
    start: (requestedBefore: Date | undefined) => Promise<void>,
  ): Promise<void>;

  /** A new run, or a sign of life of one; nothing when it has ended. */
  recordAlive(report: RunReport<StartRunMessage>): Promise<void>;
  /** The end of a run, once; keeps the last `keepRuns` of the source. */
  recordOutcome(
    report: RunReport<FinishRunMessage>,
    options: { keepRuns: number },
  ): Promise<void>;

  /** Newest first. */
  listRuns(sourceId: string, now: Date): Promise<SourceRun[]>;
  getLatestRuns(now: Date): Promise<Map<string, LatestRuns>>;
  getRun(id: string, now: Date): Promise<SourceRun | undefined>;
  /** In the order in which they were reported. */
  listItemErrors(
    runId: string,
    page: { offset: number; limit: number },
  ): Promise<ItemError[]>;
}
