import type {
  CatalogSource,
  SourceRun,
  SourceRunDetails,
} from '@nerds/plugin-catalog-sources-common';
import type { Caller } from './Caller';

/** All sources, and whether the schedulers could be asked about them. @internal */
export interface SourceList {
  items: CatalogSource[];
  /** `false`: sources that do not report their runs are missing, and when the others run next. */
  isComplete: boolean;
}

/** A page of errors of items. @internal */
export interface ErrorPage {
  offset: number;
  limit: number;
}

/** What the API does; each is a decorator of the next. @internal */
export interface SourceService {
  listSources(caller: Caller): Promise<SourceList>;
  /** @throws HttpProblem `source-not-found` */
  getSource(id: string, caller: Caller): Promise<CatalogSource>;
  /** Newest first. @throws HttpProblem `source-not-found` */
  listRuns(sourceId: string, caller: Caller): Promise<SourceRun[]>;
  /** @throws HttpProblem `run-not-found` */
  getRun(
    id: string,
    page: ErrorPage,
    caller: Caller,
  ): Promise<SourceRunDetails>;
  /**
   * Has a source run now; it starts within seconds.
   *
   * @throws HttpProblem `source-not-found` or `source-already-running`
   */
  requestRun(sourceId: string, caller: Caller): Promise<void>;
}
