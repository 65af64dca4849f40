import type {
  AuditResult,
  AuditSeverity,
} from '@nerds/plugin-audit-log-common';
import type { AuditEventQuery } from '../api';
import { toEntityRef } from './entityName';

/** How far back the list goes; `custom`: from and to a moment. @internal */
export const PERIODS = ['all', 'day', 'week', 'month', 'custom'] as const;

/** One of {@link PERIODS}. @internal */
export type Period = (typeof PERIODS)[number];

/** Every result an act can have. @internal */
export const RESULTS: readonly AuditResult[] = [
  'succeeded',
  'failed',
  'refused',
];

/** Every severity, from nothing special to most severe. @internal */
export const SEVERITIES: readonly AuditSeverity[] = [
  'low',
  'medium',
  'high',
  'critical',
];

/** What a person chose; an empty text does not narrow. @internal */
export interface EventFilters {
  period: Period;
  /** ISO 8601, UTC; only with the period `custom`. */
  from: string;
  to: string;
  actor: string;
  act: string;
  object: string;
  result: AuditResult | '';
  team: string;
  severity: AuditSeverity | '';
  correlationId: string;
}

/** Nothing chosen: everything the person may see. @internal */
export const NO_FILTERS: EventFilters = {
  period: 'all',
  from: '',
  to: '',
  actor: '',
  act: '',
  object: '',
  result: '',
  team: '',
  severity: '',
  correlationId: '',
};

const NAMES = Object.keys(NO_FILTERS) as (keyof EventFilters)[];
const DAY_MS = 24 * 60 * 60 * 1000;
const PERIOD_MS: Partial<Record<Period, number>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
};

function oneOf<T extends string, TNone extends string>(
  value: string,
  allowed: readonly T[],
  none: TNone,
): T | TNone {
  return allowed.find(candidate => candidate === value) ?? none;
}

function toMoment(value: string): string {
  const time = Date.parse(value);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/**
 * Reads the filters from the query of an address. What somebody mistyped there
 * is ignored rather than an error.
 * @internal
 */
export function parseFilters(parameters: URLSearchParams): EventFilters {
  const read = (name: keyof EventFilters) => parameters.get(name)?.trim() ?? '';
  const from = toMoment(read('from'));
  const to = toMoment(read('to'));
  const period = from || to ? 'custom' : oneOf(read('period'), PERIODS, 'all');
  return {
    period,
    from,
    to,
    actor: read('actor'),
    act: read('act'),
    object: read('object'),
    result: oneOf(read('result'), RESULTS, ''),
    team: read('team'),
    severity: oneOf(read('severity'), SEVERITIES, ''),
    correlationId: read('correlationId'),
  };
}

/** The query of an address that {@link parseFilters} reads back. @internal */
export function toSearchParams(filters: EventFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  const isCustom = filters.period === 'custom';
  for (const name of NAMES) {
    const isMoment = name === 'from' || name === 'to';
    if (name === 'period' ? isCustom : isMoment && !isCustom) continue;
    const value = filters[name].trim();
    if (value && value !== NO_FILTERS[name]) parameters.set(name, value);
  }
  return parameters;
}

/** How many filters narrow the list. @internal */
export function countFilters(filters: EventFilters): number {
  const { from, to, ...others } = filters;
  const chosen = Object.entries(others).filter(
    ([name, value]) =>
      value !== NO_FILTERS[name as keyof EventFilters] && value !== 'custom',
  );
  return chosen.length + (filters.period === 'custom' && (from || to) ? 1 : 0);
}

function toLastPeriod(period: Period, now: Date): { from?: string } {
  const lengthMs = PERIOD_MS[period];
  return lengthMs
    ? { from: new Date(now.getTime() - lengthMs).toISOString() }
    : {};
}

/**
 * What is asked of the API.
 *
 * @remarks
 * People may type the name of a person or team alone; the API compares entity
 * refs, and so does an export.
 *
 * @param now - what a period like “the last week” counts back from
 * @internal
 */
export function toQuery(filters: EventFilters, now: Date): AuditEventQuery {
  const { period, from, to, actor, team, ...others } = filters;
  const query: Record<string, string> = {
    ...others,
    ...(period === 'custom' ? { from, to } : toLastPeriod(period, now)),
    actor: actor && toEntityRef(actor, 'user'),
    team: team && toEntityRef(team, 'group'),
  };
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== ''),
  );
}
