import type { Knex } from 'knex';
import type { CompleteReviewResult } from '../ReviewStore';
import type { DbReviewItemsRow, DbReviewsRow } from '../reviewTables';
import { lockOpenReview } from './lockOpenReview';

/**
 * Closes a review in which everything is decided. One that is closed stays as
 * it is.
 *
 * @internal
 */
export async function completeReview(
  knex: Knex,
  id: string,
  options: { actor: string; now: Date },
): Promise<CompleteReviewResult> {
  return knex.transaction(async (tx): Promise<CompleteReviewResult> => {
    if (!(await lockOpenReview(tx, id))) return { outcome: 'completed' };
    const [{ count }] = await tx<DbReviewItemsRow>('review_items')
      .where({ review_id: id })
      .whereNull('applied_at')
      .count<{ count: string }[]>({ count: '*' });
    if (Number(count) > 0)
      return { outcome: 'undecided', count: Number(count) };
    await tx<DbReviewsRow>('reviews').where({ id }).update({
      state: 'completed',
      completed_at: options.now,
      completed_by: options.actor,
    });
    return { outcome: 'completed' };
  });
}
