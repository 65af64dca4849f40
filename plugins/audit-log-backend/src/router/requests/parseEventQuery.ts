import type { FieldFinding } from '@nerds/http-api';
import { z } from 'zod';
import { decodeCursor } from '../../domain/cursor';
import type { EventFilter } from '../../domain/EventQuery';
import { problems } from '../../domain/problems';
import type {
  EventExportQuery,
  EventPageQuery,
} from '../../services/AuditLogService';

const LIMIT = { min: 1, max: 200, default: 50 };
const MAX_CHARACTERS = 500;

const RESULTS = ['succeeded', 'failed', 'refused'] as const;
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
const FORMATS = ['csv', 'jsonl'] as const;

const TEXT_FIELDS = [
  'act',
  'actor',
  'object',
  'team',
  'plugin',
  'correlationId',
] as const;
const FILTER_FIELDS = [...TEXT_FIELDS, 'result', 'severity', 'from', 'to'];

// PostgreSQL has no text with a zero byte in it
const text = z.string().refine(value => !value.includes('\0'));
const instant = z.iso.datetime({ offset: true });

/** Reads the parameters of one request, and gathers all that is wrong with them. */
class QueryReader {
  readonly #query: Record<string, unknown>;
  readonly #findings: FieldFinding[] = [];

  constructor(query: Record<string, unknown>, known: readonly string[]) {
    this.#query = query;
    for (const field of Object.keys(query)) {
      if (!known.includes(field)) {
        this.#findings.push(problems.finding(field, 'field-unknown'));
      }
    }
  }

  /** An empty parameter is as none: a form sends those. */
  readText(field: string): string | undefined {
    const value = this.#query[field];
    if (value === undefined || value === '') return undefined;
    const parsed = text.safeParse(value);
    if (!parsed.success) {
      this.#findings.push(problems.finding(field, 'field-not-text'));
      return undefined;
    }
    if (parsed.data.length > MAX_CHARACTERS) {
      this.add(
        problems.finding(field, 'field-too-long', { limit: MAX_CHARACTERS }),
      );
      return undefined;
    }
    return parsed.data;
  }

  readChoice<T extends string>(
    field: string,
    choices: readonly T[],
  ): T | undefined {
    const value = this.readText(field);
    if (value === undefined) return undefined;
    const choice = choices.find(candidate => candidate === value);
    if (!choice) {
      const allowed = choices.join(', ');
      this.add(
        problems.finding(field, 'field-not-allowed-value', { value, allowed }),
      );
    }
    return choice;
  }

  readInstant(field: string): Date | undefined {
    const value = this.readText(field);
    if (value === undefined) return undefined;
    const parsed = instant.safeParse(value);
    if (parsed.success) return new Date(parsed.data);
    this.add(problems.finding(field, 'field-not-moment'));
    return undefined;
  }

  add(finding: FieldFinding): void {
    this.#findings.push(finding);
  }

  /** @throws HttpProblem that names everything that is wrong */
  requireValid(): void {
    if (this.#findings.length > 0) throw problems.validation(this.#findings);
  }
}

function readFilter(reader: QueryReader): EventFilter {
  const texts = TEXT_FIELDS.map(field => [field, reader.readText(field)]);
  return {
    ...Object.fromEntries(texts.filter(([, value]) => value !== undefined)),
    result: reader.readChoice('result', RESULTS),
    severity: reader.readChoice('severity', SEVERITIES),
    from: reader.readInstant('from'),
    to: reader.readInstant('to'),
  };
}

function readLimit(reader: QueryReader): number {
  const value = reader.readText('limit');
  if (value === undefined) return LIMIT.default;
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (limit < LIMIT.min || limit > LIMIT.max) {
    const { min, max } = LIMIT;
    reader.add(problems.finding('limit', 'field-out-of-range', { min, max }));
  }
  return limit;
}

/**
 * `GET /events?result=refused&limit=50`
 *
 * @throws HttpProblem that names every field that is wrong
 * @internal
 */
export function parseEventPageQuery(
  query: Record<string, unknown>,
): EventPageQuery {
  const reader = new QueryReader(query, [...FILTER_FIELDS, 'limit', 'cursor']);
  const filter = readFilter(reader);
  const limit = readLimit(reader);
  const cursor = reader.readText('cursor');
  const before = cursor === undefined ? undefined : decodeCursor(cursor);
  if (cursor !== undefined && before === undefined) {
    reader.add(problems.finding('cursor', 'cursor-not-valid'));
  }
  reader.requireValid();
  return { filter, limit, before };
}

/**
 * `GET /events/export?format=csv&team=group:default/burgerzaken`
 *
 * @throws HttpProblem that names every field that is wrong
 * @internal
 */
export function parseEventExportQuery(
  query: Record<string, unknown>,
): EventExportQuery {
  const reader = new QueryReader(query, [...FILTER_FIELDS, 'format']);
  const filter = readFilter(reader);
  const isAbsent = !query.format;
  const format = reader.readChoice('format', FORMATS);
  if (isAbsent) reader.add(problems.finding('format', 'field-required'));
  reader.requireValid();
  return { filter, format: format ?? 'jsonl' };
}
