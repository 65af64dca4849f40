import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { JsonObject } from '@backstage/types';
import {
  catalogSourcesServiceRef,
  toSourceTaskId,
  type RunOutcome,
  type SourceRegistration,
} from '@nerds/plugin-catalog-sources-node';
import type { Knex } from 'knex';
import { catalogModuleGovernment } from '../module';

const DEADLINE_MS = 45_000;

/** Everything that goes wrong in the catalog is in its log. */
function createLogs() {
  const logs: string[] = [];
  const logger = mockServices.logger.mock();
  for (const level of ['warn', 'error'] as const) {
    logger[level].mockImplementation(
      (message: string) => void logs.push(message),
    );
  }
  logger.child.mockImplementation(() => logger);
  return { logs, logger };
}

/** The module in the real catalog on a real database, and runs when they are asked for. */
export async function startCatalog(options: {
  knex: Knex;
  government: JsonObject;
  entities?: string;
}) {
  const { knex, government, entities } = options;
  const scheduler = mockServices.scheduler();
  const registered: SourceRegistration[] = [];
  const outcomes: RunOutcome[] = [];
  const { logs, logger } = createLogs();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleGovernment,
      logger.factory,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            providers: { government },
            // what is processed once is not looked at again during a test
            processingInterval: { hours: 1 },
            locations: entities
              ? [
                  {
                    type: 'file',
                    target: entities,
                    rules: [{ allow: ['Group', 'Component', 'API'] }],
                  },
                ]
              : [],
          },
        },
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: catalogSourcesServiceRef,
        deps: {},
        factory: () => ({
          registerSource: async source => void registered.push(source),
          startRun: async sourceId => sourceId,
          finishRun: async (_, outcome) => void outcomes.push(outcome),
        }),
      }),
    ],
  });
  const address = `http://localhost:${backend.server.port()}/api/catalog`;

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(`${address}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }

  return {
    registered,
    logs,
    /** What runs by itself, of the sources. */
    async listTasks() {
      const tasks = await scheduler.getScheduledTasks();
      return tasks.filter(({ id }) => id.startsWith('catalog-source:'));
    },
    stop: () => backend.stop(),
    async run(sourceId: string): Promise<RunOutcome> {
      await scheduler.triggerTask(toSourceTaskId(sourceId));
      return outcomes[outcomes.length - 1];
    },
    async count(filter: string): Promise<number> {
      const path = `/entities/by-query?limit=0&filter=${filter}`;
      return (await get<{ totalItems: number }>(path)).totalItems;
    },
    /** The catalog takes its time to process what it was given. */
    async waitFor<T>(what: () => Promise<T>, expected: (value: T) => boolean) {
      const deadline = Date.now() + DEADLINE_MS;
      for (;;) {
        const value = await what().catch(error => error as Error);
        if (!(value instanceof Error) && expected(value)) return value;
        if (Date.now() > deadline) {
          throw new Error(
            `Waited in vain; the last was ${JSON.stringify(value)}`,
          );
        }
        await sleep(50);
      }
    },
    getEntity: (kind: string, namespace: string, name: string) =>
      get<Entity>(`/entities/by-name/${kind}/${namespace}/${name}`),
  };
}
