import type { ZeroResult } from '@nerds/plugin-search-common';
import type { Knex } from 'knex';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Most queries in one answer. */
const MAX_LISTED = 100;

const toDay = (at: Date): string => at.toISOString().slice(0, 10);

/** Counts the queries that found nothing, without who asked. @internal */
export class ZeroResultStore {
  constructor(private readonly knex: Knex) {}

  /** @param query - normalised */
  async count(query: string, at: Date): Promise<void> {
    await this.knex('search_zero_results')
      .insert({ query, day: toDay(at), count: 1 })
      .onConflict(['day', 'query'])
      .merge({ count: this.knex.raw('search_zero_results.count + 1') });
  }

  /** The queries of the last days, most asked first. */
  async list(days: number, now: Date): Promise<ZeroResult[]> {
    const rows = await this.knex('search_zero_results')
      .where('day', '>', toDay(new Date(now.getTime() - days * DAY_MS)))
      .groupBy('query')
      .orderBy([
        { column: 'total', order: 'desc' },
        { column: 'query', order: 'asc' },
      ])
      .limit(MAX_LISTED)
      .select<{ query: string; total: string; last: string }[]>(
        'query',
        this.knex.raw('sum(count) AS total'),
        this.knex.raw('max(day)::text AS last'),
      );
    return rows.map(({ query, total, last }) => ({
      query,
      count: Number(total),
      lastOn: last,
    }));
  }

  /** Forgets the days before the given moment. */
  async forgetBefore(moment: Date): Promise<number> {
    return this.knex('search_zero_results')
      .where('day', '<', toDay(moment))
      .delete();
  }
}
