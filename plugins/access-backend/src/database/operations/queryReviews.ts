import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { ReviewFilter } from '../../permissions/reviewResource';
import type { DbCountedReviewsRow } from '../reviewTables';

/** Reviews with the numbers of their items. @internal */
export function queryReviews(knex: Knex) {
  return knex('reviews').select<DbCountedReviewsRow[]>(
    'reviews.*',
    knex.raw(
      '(SELECT count(*) FROM review_items WHERE review_id = reviews.id) AS item_count',
    ),
    // A count of a column leaves its nulls out.
    knex.raw(
      '(SELECT count(applied_at) FROM review_items WHERE review_id = reviews.id) AS decided_count',
    ),
  );
}

/** Keeps a query to what the policy says may be seen. @internal */
export function applyCriteria(
  builder: Knex.QueryBuilder,
  criteria: PermissionCriteria<ReviewFilter>,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      void builder.andWhere(inner => applyCriteria(inner, part));
    }
  } else if ('anyOf' in criteria) {
    void builder.andWhere(inner => {
      for (const part of criteria.anyOf) {
        void inner.orWhere(either => applyCriteria(either, part));
      }
    });
  } else if ('not' in criteria) {
    void builder.whereNot(inner => applyCriteria(inner, criteria.not));
  } else {
    void builder.whereIn('reviews.team', criteria.teams);
  }
}
