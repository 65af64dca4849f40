import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { FailedBuild, FailedBuilds } from '../failures/FailedBuilds';
import { toText } from './toText';

/** @internal */
export interface DbFailedBuildRow {
  site: string;
  etag: string;
  reason: string;
  log: string;
  failed_at: Date;
  forget_at: Date;
}

/** Failed builds in PostgreSQL. @internal */
export class DatabaseFailedBuilds implements FailedBuilds {
  /** @param options - `keepMs` is after how long a build is tried again */
  constructor(
    private readonly knex: Knex,
    private readonly options: {
      keepMs: number;
      logger: LoggerService;
      now: () => Date;
    },
  ) {}

  async find(site: string): Promise<FailedBuild | undefined> {
    return this.tolerate(async () => {
      const row = await this.table()
        .where({ site })
        .where('forget_at', '>', this.options.now())
        .first();
      return (
        row && {
          etag: row.etag,
          reason: row.reason,
          log: row.log,
          failedAt: row.failed_at,
        }
      );
    });
  }

  async remember(site: string, failure: FailedBuild): Promise<void> {
    const { keepMs, now } = this.options;
    const { etag, reason, log, failedAt } = failure;
    await this.tolerate(async () => {
      await this.table()
        .insert({
          site,
          etag,
          reason: toText(reason),
          log: toText(log),
          failed_at: failedAt,
          forget_at: new Date(failedAt.getTime() + keepMs),
        })
        .onConflict('site')
        .merge();
      // of sites that are gone; nobody would ask for them again
      await this.table().where('forget_at', '<=', now()).delete();
    });
  }

  async forget(site: string): Promise<void> {
    await this.tolerate(() => this.table().where({ site }).delete());
  }

  private table() {
    return this.knex<DbFailedBuildRow>('failed_builds');
  }

  private async tolerate<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      this.options.logger.warn(
        `Failed builds of documentation cannot be looked up or kept: ${
          toError(error).message
        }`,
      );
      return undefined;
    }
  }
}
