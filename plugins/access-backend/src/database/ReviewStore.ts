import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { LocalizedText } from '@nerds/http-api';
import type { ReviewItemKind, ReviewState } from '@nerds/plugin-access-common';
import type {
  CheckedDecision,
  FoundItem,
  ReviewItemRecord,
  ReviewRecord,
  ReviewSourceRecord,
} from '../domain/reviewRecords';
import type { ReviewOptions } from '../domain/ReviewOptions';
import type { ReviewFilter } from '../permissions/reviewResource';

/** @internal */
export interface NewReview {
  id: string;
  team: string;
  startedAt: Date;
  startedBy?: string;
  dueAt: Date;
}

/** What was found of one kind, or why it could not be had. @internal */
export interface GatheredItems {
  kind: ReviewItemKind;
  result: { found: FoundItem[] } | { failure: LocalizedText };
  gatheredBy: string;
  now: Date;
}

/** @internal */
export type BeginDecisionsResult =
  /** `toRevoke`: what now has to be revoked at its source. */
  | { outcome: 'begun'; toRevoke: ReviewItemRecord[] }
  | { outcome: 'completed' }
  /** Items that are revoked already, or are being revoked now. */
  | { outcome: 'revoked-already'; itemIds: string[] };

/** @internal */
export type RevocationResult =
  | { appliedAt: Date; followUp?: LocalizedText }
  | { failure: LocalizedText };

/** @internal */
export type CompleteReviewResult =
  | { outcome: 'completed' }
  | { outcome: 'undecided'; count: number };

/** Reviews, what was found in them and what was decided. @internal */
export interface ReviewStore {
  /**
   * Newest first.
   *
   * @param query - `within`: only reviews that fit; absent: all
   */
  listReviews(query: {
    team?: string;
    state?: ReviewState;
    within?: PermissionCriteria<ReviewFilter>;
  }): Promise<ReviewRecord[]>;

  getReview(id: string): Promise<ReviewRecord | undefined>;

  /** In the order of the refs that were asked; undefined for what does not exist. */
  getReviews(ids: string[]): Promise<(ReviewRecord | undefined)[]>;

  listItems(reviewId: string): Promise<ReviewItemRecord[]>;
  listSources(reviewId: string): Promise<ReviewSourceRecord[]>;

  /** @returns false when the team has an open review already */
  createReview(review: NewReview): Promise<boolean>;

  /**
   * Puts what was found beside what is there. What is decided stays; what is
   * undecided and no longer found goes. Does nothing to a completed review.
   */
  saveGathered(reviewId: string, gathered: GatheredItems): Promise<void>;

  /**
   * Writes decisions down, all or none. A revocation is an intention until
   * {@link finishRevocation}, so that none is lost when the portal stops.
   */
  beginDecisions(
    reviewId: string,
    decisions: CheckedDecision[],
    options: { actor: string; now: Date },
  ): Promise<BeginDecisionsResult>;

  /** Says how a revocation went. */
  finishRevocation(
    item: ReviewItemRecord,
    result: RevocationResult,
  ): Promise<void>;

  completeReview(
    id: string,
    options: { actor: string; now: Date },
  ): Promise<CompleteReviewResult>;

  /** Opens a review of every team that is due for one. */
  openDueReviews(
    options: Pick<
      ReviewOptions,
      'intervalMs' | 'privilegedIntervalMs' | 'dueMs'
    > & { now: Date },
  ): Promise<{ id: string; team: string }[]>;

  /**
   * Sends a reminder of an open review, unless it was sent before.
   *
   * @returns whether it was sent
   */
  sendReminderOnce(
    reminder: { reviewId: string; step: string; now: Date },
    send: () => Promise<void>,
  ): Promise<boolean>;
}
