import type { Knex } from 'knex';
import type { RequestedBuild } from '../rebuilds/RequestedBuild';
import { toText } from './toText';

/** How long whoever builds may be silent; it says every two seconds that it is there. */
const SILENCE_MS = 30_000;

/** Nobody asks any more how a build of last week went. */
const KEEP_MS = 7 * 24 * 3_600_000;

/** @internal */
export interface DbRequestedBuildRow {
  entity_ref: string;
  id: string;
  state: 'running' | 'succeeded' | 'failed';
  reason: string | null;
  log: string;
  started_at: Date;
  alive_at: Date;
  ended_at: Date | null;
}

/**
 * Builds that people asked for, in PostgreSQL: per entity one at a time, however
 * many people ask and however many replicas the portal has.
 *
 * @internal
 */
export class DatabaseRequestedBuilds {
  constructor(
    private readonly knex: Knex,
    private readonly options: { now: () => Date },
  ) {}

  /**
   * Begins a build, unless there is one.
   *
   * @param id - of the build, when it begins
   * @returns id of the build that runs now, which is another one's if there is
   */
  async begin(entityRef: string, id: string): Promise<string> {
    const now = this.options.now();
    await this.table()
      .where('alive_at', '<', new Date(now.getTime() - KEEP_MS))
      .delete();
    const row = {
      ...{ entity_ref: entityRef, id, state: 'running' as const },
      ...{ reason: null, log: '' },
      ...{ started_at: now, alive_at: now, ended_at: null },
    };
    await this.table()
      .insert(row)
      .onConflict('entity_ref')
      .merge()
      // one statement: of many at the same moment the database lets one through
      .whereRaw(
        "requested_builds.state <> 'running' or requested_builds.alive_at < ?",
        [this.silentSince(now)],
      );
    const current = await this.table().where({ entity_ref: entityRef }).first();
    return current?.id ?? id;
  }

  /** Says that a build still runs, and how far it is. */
  async keepAlive(id: string, log: string): Promise<void> {
    await this.table()
      .where({ id, state: 'running' })
      .update({ log: toText(log), alive_at: this.options.now() });
  }

  /** @param outcome - with the reason when it failed */
  async end(id: string, outcome: { reason?: string; log: string }) {
    const now = this.options.now();
    const { reason, log } = outcome;
    await this.table()
      .where({ id })
      .update({
        state: reason === undefined ? 'succeeded' : 'failed',
        reason: reason === undefined ? null : toText(reason),
        log: toText(log),
        alive_at: now,
        ended_at: now,
      });
  }

  async find(id: string): Promise<RequestedBuild | undefined> {
    const row = await this.table().where({ id }).first();
    if (!row) return undefined;
    const isSilent =
      row.state === 'running' &&
      row.alive_at < this.silentSince(this.options.now());
    return {
      id: row.id,
      entityRef: row.entity_ref,
      state: isSilent ? 'interrupted' : row.state,
      startedAt: row.started_at,
      endedAt: row.ended_at ?? undefined,
      reason: row.reason ?? undefined,
      log: row.log,
    };
  }

  private silentSince(now: Date): Date {
    return new Date(now.getTime() - SILENCE_MS);
  }

  private table() {
    return this.knex<DbRequestedBuildRow>('requested_builds');
  }
}
