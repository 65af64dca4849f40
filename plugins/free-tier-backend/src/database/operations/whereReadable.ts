import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { ClusterCriteria } from '../ClusterStore';

/**
 * Narrows a query of `clusters` to what the policy lets the caller see, so that
 * the database never answers a row that has to be taken out afterwards.
 * @internal
 */
export function whereReadable(
  query: Knex.QueryBuilder,
  criteria: ClusterCriteria,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.andWhere(nested => whereReadable(nested, part));
    }
  } else if (isOrCriteria(criteria)) {
    query.andWhere(nested => {
      for (const part of criteria.anyOf) {
        nested.orWhere(deeper => whereReadable(deeper, part));
      }
    });
  } else if (isNotCriteria(criteria)) {
    query.whereNot(nested => whereReadable(nested, criteria.not));
  } else {
    query.whereIn('owner_ref', criteria.ownerRefs);
  }
}
