/** A text in the languages of the portal. @public */
export interface LocalizedText {
  nl: string;
  en: string;
}

/**
 * What a source is: a register of the government, a forge in which the portal
 * looks for projects, or the directory of the people of an organisation.
 *
 * @public
 */
export type SourceKind = 'register' | 'discovery' | 'organisation';

/**
 * How a run ended, or `running`. `incomplete`: what could be read was taken
 * over, and some items or pages could not be read. `interrupted`: it never
 * ended, because the backend stopped in the middle.
 *
 * @public
 */
export type RunState =
  | 'running'
  | 'succeeded'
  | 'incomplete'
  | 'failed'
  | 'interrupted';

/** Numbers of items of one run. @public */
export interface RunCounts {
  /** Items that the source gave. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Vanished from the source, and kept for the grace time. */
  archived: number;
  /** Taken out of the catalog. */
  removed: number;
  /** Could not be taken over; why is in the errors of the items. */
  failed: number;
}

/** What was wrong with one item. @public */
export interface ItemError {
  /** How the source knows the item. */
  itemId: string;
  /** Page of the item, http or https. */
  itemUrl?: string;
  /** The field that was wrong; absent: the item as a whole. */
  field?: string;
  message: LocalizedText;
}

/** One run of a source. Instants are ISO 8601, UTC. @public */
export interface SourceRun {
  id: string;
  sourceId: string;
  state: RunState;
  startedAt: string;
  /** Absent while it runs. Of an interrupted run: when it was last heard of. */
  endedAt?: string;
  durationMs?: number;
  /** Absent while it runs, and of an interrupted run. */
  counts?: RunCounts;
  /** Why the run failed or is incomplete. */
  error?: LocalizedText;
  /** Number of items with an error; more than can be asked for when there were very many. */
  itemErrorCount: number;
}

/** A source and how fresh it is. @public */
export interface CatalogSource {
  id: string;
  title: LocalizedText;
  kind: SourceKind;
  /** `never`: it has not run yet. */
  state: RunState | 'never';
  /** Of the run that runs, and else of the last one. */
  startedAt?: string;
  endedAt?: string;
  durationMs?: number;
  counts?: RunCounts;
  itemErrorCount?: number;
  /** Only for who may see the runs. */
  error?: LocalizedText;
  /** When it last went well, in whole or in part: this is how old the data is at most. */
  freshAt?: string;
  /** From when its data is older than its schedule promises: two runs were missed. */
  overdueAt?: string;
  /** `overdueAt` has passed, or it has run and never went well. */
  isOverdue: boolean;
  nextRunAt?: string;
  /** ISO 8601 duration, cron expression, or `manual`. */
  schedule?: string;
  /** Entities of the catalog that come from it; absent when that cannot be told. */
  entityCount?: number;
  /** Somebody has asked for a run that has not started yet. */
  requestedAt?: string;
}

/** @public */
export interface SourceRunDetails extends SourceRun {
  itemErrors: ItemError[];
  /** For the next page of errors; absent on the last. */
  nextCursor?: string;
}
