import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  ReviewDecisionRequest,
  ReviewState,
} from '@nerds/plugin-access-common';
import type {
  ReviewItemRecord,
  ReviewRecord,
  ReviewSourceRecord,
} from '../domain/reviewRecords';
import type { ReviewFilter } from '../permissions/reviewResource';
import type { Caller } from './Caller';

/** A review as a caller sees it. @internal */
export interface ReviewView {
  review: ReviewRecord;
  permissions: { decide: boolean };
}

/** A source as a review shows it: also one that was not asked yet. @internal */
export type ReviewSourceView = Pick<ReviewSourceRecord, 'kind'> &
  Partial<ReviewSourceRecord>;

/** A review with what is in it. @internal */
export interface ReviewDetails extends ReviewView {
  items: ReviewItemRecord[];
  sources: ReviewSourceView[];
}

/** @internal */
export interface ReviewQuery {
  /** Entity ref. */
  team?: string;
  state?: ReviewState;
}

/**
 * All that the API and the actions can do with access reviews.
 *
 * @remarks
 * Every method throws `HttpProblem` for what the caller can mend. What a
 * source cannot do is no error: it is told with the source or the item.
 *
 * @internal
 */
export interface ReviewService {
  listReviews(
    query: ReviewQuery & { within?: PermissionCriteria<ReviewFilter> },
    caller: Caller,
  ): Promise<ReviewView[]>;

  startReview(team: string, caller: Caller): Promise<ReviewDetails>;

  /**
   * @param options - `gather`: ask the sources that have not answered yet;
   *   only for somebody who may decide
   */
  getReview(
    id: string,
    options: { gather: boolean },
    caller: Caller,
  ): Promise<ReviewDetails>;

  /** Asks every source again. */
  refreshReview(id: string, caller: Caller): Promise<ReviewDetails>;

  /** Decides about items; a revocation acts at once. */
  decide(
    id: string,
    decisions: ReviewDecisionRequest[],
    caller: Caller,
  ): Promise<ReviewDetails>;

  /** Closes a review in which everything is decided, after a last look at the sources. */
  completeReview(id: string, caller: Caller): Promise<ReviewDetails>;
}
