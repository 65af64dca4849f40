import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ReviewState } from '@nerds/plugin-access-common';
import type { Knex } from 'knex';
import type {
  CheckedDecision,
  ReviewItemRecord,
  ReviewRecord,
  ReviewSourceRecord,
} from '../domain/reviewRecords';
import type { ReviewFilter } from '../permissions/reviewResource';
import { isUuid } from './isUuid';
import { beginDecisions } from './operations/beginDecisions';
import { completeReview } from './operations/completeReview';
import { openDueReviews } from './operations/openDueReviews';
import { applyCriteria, queryReviews } from './operations/queryReviews';
import { saveGathered } from './operations/saveGathered';
import { sendReminderOnce } from './operations/sendReminderOnce';
import {
  toReviewItemRecord,
  toReviewRecord,
  toReviewSourceRecord,
  type DbReviewItemsRow,
  type DbReviewSourcesRow,
} from './reviewTables';
import type {
  BeginDecisionsResult,
  CompleteReviewResult,
  GatheredItems,
  NewReview,
  ReviewStore,
  RevocationResult,
} from './ReviewStore';

/** Reviews in PostgreSQL. @internal */
export class DatabaseReviewStore implements ReviewStore {
  constructor(private readonly knex: Knex) {}

  async listReviews(query: {
    team?: string;
    state?: ReviewState;
    within?: PermissionCriteria<ReviewFilter>;
  }): Promise<ReviewRecord[]> {
    const { team, state, within } = query;
    const builder = queryReviews(this.knex).orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id' },
    ]);
    if (team) void builder.where({ team });
    if (state) void builder.where({ state });
    if (within) applyCriteria(builder, within);
    return (await builder).map(toReviewRecord);
  }

  async getReview(id: string): Promise<ReviewRecord | undefined> {
    const [review] = await this.getReviews([id]);
    return review;
  }

  async getReviews(ids: string[]): Promise<(ReviewRecord | undefined)[]> {
    const rows = await queryReviews(this.knex).whereIn(
      'id',
      ids.filter(isUuid),
    );
    return ids.map(id => {
      const row = rows.find(known => known.id === id.toLowerCase());
      return row && toReviewRecord(row);
    });
  }

  async listItems(reviewId: string): Promise<ReviewItemRecord[]> {
    const rows = await this.knex<DbReviewItemsRow>('review_items')
      .where({ review_id: reviewId })
      .orderBy(['kind', 'subject', 'source_key']);
    return rows.map(toReviewItemRecord);
  }

  async listSources(reviewId: string): Promise<ReviewSourceRecord[]> {
    const rows = await this.knex<DbReviewSourcesRow>('review_sources').where({
      review_id: reviewId,
    });
    return rows.map(toReviewSourceRecord);
  }

  async createReview(review: NewReview): Promise<boolean> {
    const rows = await this.knex('reviews')
      .insert({
        id: review.id,
        team: review.team,
        state: 'open',
        started_at: review.startedAt,
        started_by: review.startedBy ?? null,
        due_at: review.dueAt,
      })
      .onConflict(this.knex.raw(`(team) WHERE state = 'open'`))
      .ignore()
      .returning('id');
    return rows.length > 0;
  }

  async saveGathered(reviewId: string, gathered: GatheredItems): Promise<void> {
    await saveGathered(this.knex, reviewId, gathered);
  }

  async beginDecisions(
    reviewId: string,
    decisions: CheckedDecision[],
    options: { actor: string; now: Date },
  ): Promise<BeginDecisionsResult> {
    return beginDecisions(this.knex, reviewId, decisions, options);
  }

  async finishRevocation(
    item: ReviewItemRecord,
    result: RevocationResult,
  ): Promise<void> {
    const row = this.knex('review_items').where({ id: item.id });
    if ('failure' in result) {
      await row.update({ failure: JSON.stringify(result.failure) });
      return;
    }
    // With the decision once more: a refresh may have taken it for lost.
    await row.update({
      decision: 'revoke',
      reason: item.reason,
      decided_by: item.decidedBy,
      decided_at: item.decidedAt,
      applied_at: result.appliedAt,
      failure: null,
      follow_up: result.followUp ? JSON.stringify(result.followUp) : null,
    });
  }

  async completeReview(
    id: string,
    options: { actor: string; now: Date },
  ): Promise<CompleteReviewResult> {
    return completeReview(this.knex, id, options);
  }

  async openDueReviews(
    options: Parameters<ReviewStore['openDueReviews']>[0],
  ): Promise<{ id: string; team: string }[]> {
    return openDueReviews(this.knex, options);
  }

  async sendReminderOnce(
    reminder: { reviewId: string; step: string; now: Date },
    send: () => Promise<void>,
  ): Promise<boolean> {
    return sendReminderOnce(this.knex, reminder, send);
  }
}
