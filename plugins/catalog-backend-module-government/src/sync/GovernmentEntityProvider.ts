import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { LocalizedText } from '@nerds/plugin-catalog-sources-common';
import {
  toSourceTaskId,
  type CatalogSourcesService,
  type RunOutcome,
} from '@nerds/plugin-catalog-sources-node';
import type { Knex } from 'knex';
import type { SourceConfig, SourceKey } from '../config';
import { ResponseStore } from '../database/ResponseStore';
import type { SourceItemStore } from '../database/SourceItemStore';
import { ConditionalReader } from '../http/ConditionalReader';
import { SafeHttpClient } from '../http/SafeHttpClient';
import type { CatalogLookup } from './CatalogLookup';
import { createReader } from './createReader';
import { RunTally } from './RunTally';
import { SourceSync } from './SourceSync';
import { toFailure } from './texts';

/** An answer that was not asked for in this time is of something that is gone. */
const UNUSED_RESPONSE_MS = 30 * 24 * 60 * 60 * 1000;

const TITLES: Record<SourceKey, LocalizedText> = {
  apiRegister: { nl: 'API-register', en: 'API register' },
  ossRegister: { nl: 'OSS-register', en: 'OSS register' },
  algorithmRegister: { nl: 'Algoritmeregister', en: 'Algorithm register' },
  organisations: {
    nl: 'Overheidsorganisaties (TOOI)',
    en: 'Government organisations (TOOI)',
  },
};

/** @internal */
export interface GovernmentEntityProviderOptions {
  config: SourceConfig;
  /** One run at a time, whatever the number of replicas. */
  taskRunner: SchedulerServiceTaskRunner;
  sources: CatalogSourcesService;
  lookup: CatalogLookup;
  knex: Knex;
  store: SourceItemStore;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Brings one source into the catalog, now and then.
 *
 * @internal
 */
export class GovernmentEntityProvider implements EntityProvider {
  constructor(private readonly options: GovernmentEntityProviderOptions) {}

  getProviderName(): string {
    return `government:${this.options.config.sourceId}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { config, taskRunner, sources } = this.options;
    const { sourceId, key } = config;
    await sources.registerSource({
      id: sourceId,
      title: TITLES[key],
      kind: 'register',
    });
    await taskRunner.run({
      id: toSourceTaskId(sourceId),
      fn: signal => this.#reportRun(connection, signal),
    });
  }

  async #reportRun(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const { sources, config, logger } = this.options;
    const runId = await sources.startRun(config.sourceId);
    const outcome = await this.#run(connection, signal).catch(
      (error: Error): RunOutcome => {
        logger.error(`Import of ${config.sourceId} did not start`, error);
        return new RunTally().toOutcome(toFailure(error, signal));
      },
    );
    const { state, counts } = outcome;
    logger.info(`Import of ${config.sourceId}: ${state}`, { ...counts });
    await sources.finishRun(runId, outcome);
  }

  async #run(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<RunOutcome> {
    const { config, knex, store, lookup, logger, now } = this.options;
    const { sourceId, vanish } = config;
    const client = new SafeHttpClient(config.http);
    try {
      const responses = new ResponseStore(knex, sourceId);
      const reader = await createReader(config, {
        reader: new ConditionalReader({ client, responses, now }),
        lookup,
        now,
      });
      const outcome = await new SourceSync({
        sourceId,
        reader,
        connection,
        store,
        vanish,
        logger,
        now,
      }).run(signal);
      await responses.deleteUnusedSince(
        new Date(now().getTime() - UNUSED_RESPONSE_MS),
      );
      return outcome;
    } finally {
      await client.close();
    }
  }
}
