import type { FieldFinding } from '@nerds/http-api';
import {
  MAX_PAGE_SIZE,
  MAX_QUERY_LENGTH,
  SEARCH_CATEGORIES,
} from '@nerds/plugin-search-common';
import { z } from 'zod';
import { problems, toQuoted } from '../../domain/problems';
import { parseTerms } from '../../domain/queryTerms';
import type { SearchRequest } from '../../services/SearchService';

const DEFAULT_PAGE_SIZE = 20;

/** Who has not found it by then needs another query. */
const MAX_PAGE = 500;

const MAX_DAYS = 400;
const DEFAULT_DAYS = 30;

/** Whole numbers with what they may be. */
const RANGES: Record<string, { min: number; max: number }> = {
  page: { min: 1, max: MAX_PAGE },
  pageSize: { min: 1, max: MAX_PAGE_SIZE },
  days: { min: 1, max: MAX_DAYS },
};

const wholeNumber = (name: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(RANGES[name].min).max(RANGES[name].max));

const searchQuery = z.strictObject({
  q: z
    .string()
    .max(MAX_QUERY_LENGTH)
    .refine(query => parseTerms(query).length > 0),
  category: z.enum(SEARCH_CATEGORIES).optional(),
  page: wholeNumber('page').default(1),
  pageSize: wholeNumber('pageSize').default(DEFAULT_PAGE_SIZE),
});

const zeroResultQuery = z.strictObject({
  days: wholeNumber('days').default(DEFAULT_DAYS),
});

/**
 * Query of `GET /results`, for example `?q=vergunning&category=api&page=2`.
 *
 * @throws HttpProblem `validation-failed` that names every wrong parameter
 * @internal
 */
export function parseSearchQuery(
  query: Record<string, unknown>,
): SearchRequest {
  const { q, ...rest } = requireParsed(searchQuery, query);
  return { query: q, ...rest };
}

/**
 * Query of `GET /zero-results`, for example `?days=7`.
 *
 * @throws HttpProblem `validation-failed` that names every wrong parameter
 * @internal
 */
export function parseZeroResultQuery(query: Record<string, unknown>): {
  days: number;
} {
  return requireParsed(zeroResultQuery, query);
}

function requireParsed<T extends z.ZodType>(
  schema: T,
  query: Record<string, unknown>,
): z.output<T> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw problems.validation(
    result.error.issues.flatMap(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(key =>
            problems.finding(toQuoted(key), 'field-unknown'),
          )
        : toFinding(String(issue.path[0]), query),
    ),
  );
}

function toFinding(
  field: string,
  query: Record<string, unknown>,
): FieldFinding {
  const value = query[field];
  if (value === undefined || value === '') {
    return problems.finding(field, 'field-required');
  }
  if (typeof value !== 'string') {
    return problems.finding(field, 'field-not-text');
  }
  if (field in RANGES) {
    return problems.finding(field, 'field-out-of-range', RANGES[field]);
  }
  if (field === 'category') {
    return problems.finding(field, 'field-not-allowed-value', {
      value: toQuoted(value),
      allowed: SEARCH_CATEGORIES.join(', '),
    });
  }
  return value.length > MAX_QUERY_LENGTH
    ? problems.finding(field, 'field-too-long', { limit: MAX_QUERY_LENGTH })
    : problems.finding(field, 'query-without-words');
}
