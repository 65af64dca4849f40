import type { Knex } from 'knex';
import type { DbReviewsRow } from '../reviewTables';

/**
 * Everything that changes a review takes this lock first, so a review is not
 * completed while a decision or a new access is on its way into it.
 *
 * @returns undefined when it is completed or does not exist
 * @internal
 */
export async function lockOpenReview(
  tx: Knex.Transaction,
  id: string,
): Promise<DbReviewsRow | undefined> {
  return tx<DbReviewsRow>('reviews')
    .where({ id, state: 'open' })
    .forUpdate()
    .first();
}
