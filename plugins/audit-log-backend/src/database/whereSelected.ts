import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { EventCriteria, EventFilter } from '../domain/EventQuery';
import type { EventSelection } from './AuditEventStore';

const EQUAL_COLUMNS: [keyof EventFilter, string][] = [
  ['act', 'act'],
  ['actor', 'actor'],
  ['object', 'object'],
  ['result', 'result'],
  ['severity', 'severity'],
  ['plugin', 'plugin'],
  ['correlationId', 'correlation_id'],
];

function whereReadable(
  query: Knex.QueryBuilder,
  criteria: EventCriteria,
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
  } else if ('teams' in criteria) {
    query.whereRaw('teams && ?::text[]', [criteria.teams]);
  } else {
    query.whereIn('actor', criteria.actors);
  }
}

/**
 * Narrows a query to what was asked for and to what the policy lets the caller
 * see, so that a page never has to be thinned out afterwards.
 *
 * @internal
 */
export function whereSelected(
  query: Knex.QueryBuilder,
  { filter, criteria }: EventSelection,
): void {
  for (const [key, column] of EQUAL_COLUMNS) {
    const value = filter[key];
    if (value !== undefined) query.where(column, value);
  }
  if (filter.team) query.whereRaw('teams && ?::text[]', [[filter.team]]);
  if (filter.from) query.where('at', '>=', filter.from);
  if (filter.to) query.where('at', '<', filter.to);
  if (criteria) query.andWhere(nested => whereReadable(nested, criteria));
}
