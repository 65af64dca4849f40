import type {
  ItemError,
  SourceRun,
} from '@nerds/plugin-catalog-sources-common';
import type {
  FinishRunMessage,
  StartRunMessage,
} from '@nerds/plugin-catalog-sources-node';
import type { Knex } from 'knex';
import type { LatestRuns, SourceRecord } from '../domain/records';
import { isUuid } from './isUuid';
import { recordAlive } from './operations/recordAlive';
import { recordOutcome } from './operations/recordOutcome';
import { upsertSource } from './operations/upsertSource';
import type { RunReport, SourceStore } from './SourceStore';
import {
  toItemError,
  toSourceRecord,
  toSourceRun,
  type DbItemErrorRow,
  type DbRunRow,
  type DbSourceRow,
} from './tables';

/** The ledger in PostgreSQL. @internal */
export class DatabaseSourceStore implements SourceStore {
  constructor(private readonly knex: Knex) {}

  async registerSource(
    source: Omit<SourceRecord, 'requestedAt'>,
    now: Date,
  ): Promise<void> {
    await upsertSource(this.knex, source, now);
  }

  async listSources(): Promise<SourceRecord[]> {
    const rows = await this.knex<DbSourceRow>('sources').orderBy('id');
    return rows.map(toSourceRecord);
  }

  async getSource(id: string): Promise<SourceRecord | undefined> {
    const row = await this.knex<DbSourceRow>('sources').where({ id }).first();
    return row && toSourceRecord(row);
  }

  async request(
    id: string,
    requestedAt: Date,
    start: (requestedBefore: Date | undefined) => Promise<void>,
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      const source = () => tx<DbSourceRow>('sources').where({ id });
      const before = await source().forUpdate().first('requested_at');
      // Before the start: the run may take the request away as soon as it can.
      await source().update({ requested_at: requestedAt });
      await start(before?.requested_at ?? undefined);
    });
  }

  async recordAlive(report: RunReport<StartRunMessage>): Promise<void> {
    await this.knex.transaction(tx => recordAlive(tx, report));
  }

  async recordOutcome(
    report: RunReport<FinishRunMessage>,
    options: { keepRuns: number },
  ): Promise<void> {
    await this.knex.transaction(tx => recordOutcome(tx, report, options));
  }

  async listRuns(sourceId: string, now: Date): Promise<SourceRun[]> {
    const rows = await this.knex<DbRunRow>('runs')
      .where({ source_id: sourceId })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(row => toSourceRun(row, now));
  }

  async getLatestRuns(now: Date): Promise<Map<string, LatestRuns>> {
    const [last, fresh] = await Promise.all([
      this.knex<DbRunRow>('runs')
        .distinctOn('source_id')
        .orderBy('source_id')
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc'),
      this.knex('runs')
        .select('source_id')
        .max('ended_at as fresh_at')
        .whereIn('state', ['succeeded', 'incomplete'])
        .groupBy('source_id') as unknown as Promise<
        { source_id: string; fresh_at: Date }[]
      >,
    ]);
    const freshAt = new Map(fresh.map(row => [row.source_id, row.fresh_at]));
    return new Map(
      last.map(row => [
        row.source_id,
        {
          last: toSourceRun(row, now),
          freshAt: freshAt.get(row.source_id)?.toISOString(),
        },
      ]),
    );
  }

  async getRun(id: string, now: Date): Promise<SourceRun | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.knex<DbRunRow>('runs').where({ id }).first();
    return row && toSourceRun(row, now);
  }

  async listItemErrors(
    runId: string,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<ItemError[]> {
    const rows = await this.knex<DbItemErrorRow>('item_errors')
      .where({ run_id: runId })
      .where('position', '>=', offset)
      .orderBy('position')
      .limit(limit);
    return rows.map(toItemError);
  }
}
