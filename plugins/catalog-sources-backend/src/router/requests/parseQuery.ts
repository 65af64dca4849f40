import { problems } from '../../domain/problems';
import type { ErrorPage } from '../../services/SourceService';

const LIMIT = { default: 100, min: 1, max: 500 };

/** @throws HttpProblem `validation-failed` when there is any parameter at all @internal */
export function requireNoQuery(query: Record<string, unknown>): void {
  requireKnown(query, []);
}

/**
 * Query of `GET /runs/{id}`, for example `?limit=100&cursor=200`.
 *
 * @throws HttpProblem `validation-failed` that names the wrong parameter
 * @internal
 */
export function parseErrorPage(query: Record<string, unknown>): ErrorPage {
  requireKnown(query, ['limit', 'cursor']);
  const { limit, cursor } = query;
  return {
    limit: limit === undefined ? LIMIT.default : parseLimit(limit),
    offset: cursor === undefined ? 0 : parseCursor(cursor),
  };
}

function requireKnown(query: Record<string, unknown>, known: string[]): void {
  const findings = Object.keys(query)
    .filter(key => !known.includes(key))
    .map(key => problems.finding(key.slice(0, 100), 'field-unknown'));
  if (findings.length > 0) throw problems.validation(findings);
}

function parseLimit(value: unknown): number {
  const limit = parseWhole(value);
  const { min, max } = LIMIT;
  if (limit !== undefined && limit >= min && limit <= max) return limit;
  throw problems.validation([
    problems.finding('limit', 'field-out-of-range', { min, max }),
  ]);
}

function parseCursor(value: unknown): number {
  const cursor = parseWhole(value);
  if (cursor !== undefined) return cursor;
  throw problems.validation([problems.finding('cursor', 'cursor-malformed')]);
}

/** At most six digits: more errors than that no run keeps. */
function parseWhole(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,6}$/.test(value)
    ? Number(value)
    : undefined;
}
