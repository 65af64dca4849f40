import { problems } from '../domain/problems';

const LIMIT = { default: 20, min: 1, max: 100 };

/**
 * Query of `GET /entity-errors`, for example `?limit=20&cursor=40`.
 *
 * @throws HttpProblem `validation-failed` that names every wrong parameter
 * @internal
 */
export function parsePage(query: Record<string, unknown>): {
  limit: number;
  offset: number;
} {
  const { limit: givenLimit, cursor, ...rest } = query;
  const limit = givenLimit === undefined ? LIMIT.default : toWhole(givenLimit);
  const offset = cursor === undefined ? 0 : toWhole(cursor);
  const { min, max } = LIMIT;
  const isLimit = limit !== undefined && limit >= min && limit <= max;
  const findings = [
    ...Object.keys(rest).map(key =>
      problems.finding(key.slice(0, 100), 'field-unknown'),
    ),
    ...(isLimit
      ? []
      : [problems.finding('limit', 'field-out-of-range', { min, max })]),
    ...(offset === undefined
      ? [problems.finding('cursor', 'cursor-malformed')]
      : []),
  ];
  if (!isLimit || offset === undefined || findings.length > 0) {
    throw problems.validation(findings);
  }
  return { limit, offset };
}

/** At most six digits: no catalog has more errors than that. */
function toWhole(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,6}$/.test(value)
    ? Number(value)
    : undefined;
}
