import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type {
  ItemError,
  LocalizedText,
  RunCounts,
  RunState,
  SourceKind,
} from '@nerds/plugin-catalog-sources-common';
import { CatalogSourcesClient } from './CatalogSourcesClient';

/** A source of the catalog. @public */
export interface SourceRegistration {
  /** Unique among the sources: letters, digits, `_`, `-`, `:` and `.`, at most 100. */
  id: string;
  title: LocalizedText;
  kind: SourceKind;
  /** Task of the scheduler that runs it. Default: {@link toSourceTaskId}. */
  taskId?: string;
}

/** How a run went. @public */
export interface RunOutcome {
  /**
   * `incomplete`: what could be read was taken over, and some items or pages
   * could not be read.
   */
  state: Extract<RunState, 'succeeded' | 'incomplete' | 'failed'>;
  counts: RunCounts;
  /** Why it failed or is incomplete; nothing that must stay secret. */
  error?: LocalizedText | string;
  /** The first 1,000 are kept. */
  itemErrors?: ItemError[];
}

/**
 * Lets entity providers tell how their runs went.
 *
 * @remarks
 * None of these throws because the ledger is out of order: an import goes on,
 * and what could not be told is in the log.
 *
 * @public
 */
export interface CatalogSourcesService {
  /**
   * Makes a source known. Call it once, before the first run; it does not wait
   * for an answer.
   */
  registerSource(source: SourceRegistration): Promise<void>;

  /**
   * Call it when a run starts. Until {@link CatalogSourcesService.finishRun} the
   * run is told to be alive; a run of which nothing is heard any more is
   * `interrupted`.
   *
   * @param sourceId - a source that was registered by this plugin
   * @returns id of the run
   * @throws Error when the source was not registered
   */
  startRun(sourceId: string): Promise<string>;

  /** Call it when a run ends, in whatever way; in a `finally` or `catch`. */
  finishRun(runId: string, outcome: RunOutcome): Promise<void>;
}

/** Default id of the task of a source, in the plugin `catalog`. @public */
export function toSourceTaskId(sourceId: string): string {
  return `catalog-source:${sourceId}`;
}

/** @public */
export const catalogSourcesServiceRef = createServiceRef<CatalogSourcesService>(
  {
    id: 'catalog-sources.client',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
        },
        factory: deps => new CatalogSourcesClient(deps),
      }),
  },
);
