import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import type {
  CatalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type {
  CatalogSourcesService,
  SourceRegistration,
} from '../CatalogSourcesService';
import { DiscoveryRun } from './DiscoveryRun';
import { findStockSource } from './findStockSource';
import { markMutation } from './markSource';
import { override } from './override';
import type { ProvidedEntities } from './ProvidedEntities';
import type { Secrets } from './Secrets';
import { SourceProcessor } from './SourceProcessor';
import { TIME_IS_UP } from './texts';
import { toMessage } from './toMessage';

const TASK_SUFFIX = ':refresh';

/**
 * The module for Keycloak goes on without the people of a page that it could
 * not read, which would take them out of the catalog.
 */
const MISSES_A_PART = /^Failed to ret\w+ Keycloak entities/;

type Task = SchedulerServiceTaskInvocationDefinition;
type TaskFunction = (signal: AbortSignal) => Promise<void>;

/**
 * Stands between a stock module and what it is given: around its tasks are the
 * runs, through its connections go the counts, and to its log what went wrong.
 * Which run something belongs to follows from the asynchronous context.
 *
 * @internal
 */
export class RunReporter {
  readonly #run = new AsyncLocalStorage<DiscoveryRun>();

  constructor(
    private readonly options: {
      sources: CatalogSourcesService;
      entities: ProvidedEntities;
      secrets: Secrets;
    },
  ) {}

  wrapScheduler(scheduler: SchedulerService): SchedulerService {
    return override(scheduler, {
      scheduleTask: async task =>
        scheduler.scheduleTask({ ...task, fn: await this.#wrapTask(task) }),
      createScheduledTaskRunner: schedule => {
        const runner = scheduler.createScheduledTaskRunner(schedule);
        return {
          run: async task =>
            runner.run({ ...task, fn: await this.#wrapTask(task) }),
        };
      },
    });
  }

  wrapLogger(logger: LoggerService): LoggerService {
    return override(logger, {
      error: (message, meta) => {
        this.#run.getStore()?.addFailure(toMessage(message, meta));
        logger.error(message, meta);
      },
      warn: (message, meta) => {
        if (MISSES_A_PART.test(message)) {
          this.#run.getStore()?.distrust(message);
        }
        logger.warn(message, meta);
      },
      child: meta => this.wrapLogger(logger.child(meta)),
    });
  }

  wrapProcessing(
    processing: CatalogProcessingExtensionPoint,
  ): CatalogProcessingExtensionPoint {
    return override(processing, {
      addEntityProvider: (...added) => {
        const providers = added.flat();
        processing.addEntityProvider(
          ...providers.map(provider => this.#wrapProvider(provider)),
        );
        const names = providers.map(provider => provider.getProviderName());
        const [name] = names.filter(
          candidate => findStockSource(candidate)?.kind === 'discovery',
        );
        if (name) {
          const { entities } = this.options;
          processing.addProcessor(new SourceProcessor(name, entities));
        }
      },
    });
  }

  #wrapProvider(provider: EntityProvider): EntityProvider {
    const source = findStockSource(provider.getProviderName());
    if (!source) return provider;
    return override(provider, {
      connect: connection =>
        provider.connect(this.#wrapConnection(connection, source)),
    });
  }

  #wrapConnection(
    connection: EntityProviderConnection,
    source: SourceRegistration,
  ): EntityProviderConnection {
    return override(connection, {
      applyMutation: async mutation => {
        const marked = markMutation(mutation, source.id);
        const send = () => connection.applyMutation(marked);
        const run = this.#run.getStore();
        // Outside a run it is a webhook, which is no reading of the source.
        await (run ? run.apply(marked, send) : send());
      },
    });
  }

  async #wrapTask({ id, fn }: Task): Promise<TaskFunction> {
    const providerName = id.slice(0, -TASK_SUFFIX.length);
    const source = findStockSource(providerName);
    const run = fn as TaskFunction;
    if (!source || source.taskId !== id) return run;
    const { sources, ...reading } = this.options;
    await sources.registerSource(source);
    return async signal => {
      const runId = await sources.startRun(source.id);
      const report = new DiscoveryRun(providerName, reading);
      try {
        await withinTime(this.#run.run(report, run, signal), signal);
      } catch (error) {
        report.addFailure(
          error instanceof Error ? error.message : String(error),
        );
        throw error;
      } finally {
        await sources.finishRun(runId, await report.end(signal));
      }
    };
  }
}

/** The modules do not stop when their time is up, so nobody waits for them. */
async function withinTime(
  run: Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const done = new AbortController();
  const timeIsUp = async () => {
    if (!signal.aborted) await once(signal, 'abort', { signal: done.signal });
    throw new Error(TIME_IS_UP);
  };
  try {
    await Promise.race([run, timeIsUp()]);
  } finally {
    done.abort();
  }
}
