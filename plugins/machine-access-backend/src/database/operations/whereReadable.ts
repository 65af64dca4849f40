import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { TokenFilter } from '../TokenStore';

/**
 * Adds to a query what the policy said, so that the database never gives what
 * the caller may not see.
 *
 * @internal
 */
export function whereReadable(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<TokenFilter>,
): void {
  if ('not' in criteria) {
    query.whereNot(inner => whereReadable(inner, criteria.not));
  } else if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.where(inner => whereReadable(inner, part));
    }
  } else if ('anyOf' in criteria) {
    // No alternative is no way in; `where` of nothing would be every row.
    if (criteria.anyOf.length === 0) query.whereRaw('false');
    for (const part of criteria.anyOf) {
      query.orWhere(alternative => whereReadable(alternative, part));
    }
  } else {
    query.whereIn('team_ref', criteria.teams);
  }
}
