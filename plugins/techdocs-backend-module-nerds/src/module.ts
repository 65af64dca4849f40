import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
  type AuditorService,
  type DiscoveryService,
  type HttpAuthService,
  type HttpRouterService,
  type LoggerService,
  type PermissionsService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  ScmIntegrations,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import {
  Publisher,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
  type PreparerBase,
  type PublisherType,
} from '@backstage/plugin-techdocs-node';
import { readOpenApiDocument } from '@nerds/http-api';
import type { Knex } from 'knex';
import {
  readBuildLimits,
  requireFencedBuilds,
  type BuildLimits,
} from './config';
import { DatabaseFailedBuilds } from './database/DatabaseFailedBuilds';
import { DatabaseRequestedBuilds } from './database/DatabaseRequestedBuilds';
import { migrateDatabase } from './database/migrateDatabase';
import type { FailedBuilds } from './failures/FailedBuilds';
import { RememberingPreparer } from './failures/RememberingPreparer';
import { NerdsTechdocsGenerator } from './generators/NerdsTechdocsGenerator';
import { CopyingDirectoryPreparer } from './preparers/CopyingDirectoryPreparer';
import { RepositoryPreparer } from './preparers/RepositoryPreparer';
import { DocumentedEntities } from './pushes/DocumentedEntities';
import { PushedDocs } from './pushes/PushedDocs';
import {
  PUSH_TOPICS,
  readPushedRepository,
} from './pushes/readPushedRepository';
import { SiteBuilder } from './pushes/SiteBuilder';
import { TidyPublisher } from './publishers/TidyPublisher';
import { Rebuilds } from './rebuilds/Rebuilds';
import { RebuildService } from './rebuilds/RebuildService';
import { createContentGuard } from './router/createContentGuard';
import { createRouter } from './router/createRouter';

/** Topic of the event `{ entityRef }` after new pages were published. @public */
export const TECHDOCS_PUBLISHED_TOPIC = 'techdocs.published';

/**
 * Makes documentation that anyone may have written without harm to the portal.
 * @public
 */
export const techdocsModuleNerds = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'nerds',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        generators: techdocsGeneratorExtensionPoint,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        preparers: techdocsPreparerExtensionPoint,
        publishers: techdocsPublisherExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init(deps) {
        const { config, logger, reader } = deps;
        requireFencedBuilds(config);
        const limits = readBuildLimits(config);
        const integrations = ScmIntegrations.fromConfig(config);
        const workingDirectory = realpathSync(
          config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
        );

        const knex = await migrateDatabase(deps.database);
        const failures = new DatabaseFailedBuilds(knex, {
          keepMs: limits.rememberFailuresMs,
          logger,
          now: () => new Date(),
        });
        const { preparer, repository } = createPreparers({
          ...{ failures, integrations, limits, reader, workingDirectory },
        });
        deps.preparers.registerPreparer('url', repository);
        deps.preparers.registerPreparer('dir', preparer);

        const generator = NerdsTechdocsGenerator.create({
          config,
          failures,
          limits,
          logger,
          workingDirectory,
        });
        deps.generators.setTechdocsGenerator(generator);

        const { type, publisher } = await createPublisher(deps);
        deps.publishers.registerPublisher(type, publisher);

        const builder = new SiteBuilder({
          ...{ failures, generator, integrations, preparer, publisher },
          workingDirectory,
        });
        await addRoutes({ ...deps, builder, knex });

        const pushedDocs = new PushedDocs({
          builder,
          entities: new DocumentedEntities({
            auth: deps.auth,
            catalog: deps.catalog,
            integrations,
            now: () => Date.now(),
            wait: ms => sleep(ms),
          }),
          logger,
        });
        await deps.events.subscribe({
          id: 'techdocs-pushes',
          topics: PUSH_TOPICS,
          onEvent: async ({ eventPayload }) => {
            const pushed = readPushedRepository(eventPayload);
            // the forge gets its answer now; onPush tells the log what fails
            if (pushed) void pushedDocs.onPush(pushed);
          },
        });
      },
    });
  },
});

/** Guards what is published, and lets people have documentation made again. */
async function addRoutes(options: {
  auditor: AuditorService;
  builder: SiteBuilder;
  catalog: CatalogService;
  config: Config;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
}) {
  const { builder, config, httpRouter, knex, logger } = options;
  const openApi = await readOpenApiDocument(
    resolvePackagePath(
      '@nerds/plugin-techdocs-backend-module-nerds',
      'openapi/openapi.yaml',
    ),
  );
  const builds = new DatabaseRequestedBuilds(knex, { now: () => new Date() });
  const service = new RebuildService({
    ...options,
    builds,
    // as TechDocs reads it
    isBuilder:
      (config.getOptionalString('techdocs.builder') ?? 'local') === 'local',
    rebuilds: new Rebuilds({ builder, builds, logger }),
  });
  // a module comes before its plugin
  httpRouter.use(createContentGuard());
  httpRouter.use(createRouter({ ...options, openApi, service }));
  // The router has a barrier of its own; see createRouter.
  httpRouter.addAuthPolicy({ path: '/v1', allow: 'unauthenticated' });
}

/** What prepares a directory also takes a repository, which it hands to the other. */
function createPreparers(options: {
  failures: FailedBuilds;
  integrations: ScmIntegrationRegistry;
  limits: BuildLimits;
  reader: UrlReaderService;
  workingDirectory: string;
}): { preparer: PreparerBase; repository: PreparerBase } {
  const { failures, integrations, limits, reader, workingDirectory } = options;
  const remembering = (inner: PreparerBase) =>
    new RememberingPreparer({
      ...{ failures, inner, integrations },
      now: () => new Date(),
    });
  const repository = new RepositoryPreparer({ integrations, limits, reader });
  const directory = new CopyingDirectoryPreparer({
    original: repository,
    integrations,
    workingDirectory,
  });
  return {
    preparer: remembering(directory),
    repository: remembering(repository),
  };
}

/** The publisher of TechDocs that the configuration names, made tidy. */
async function createPublisher(options: {
  config: Config;
  discovery: DiscoveryService;
  events: EventsService;
  logger: LoggerService;
}): Promise<{ type: PublisherType; publisher: TidyPublisher }> {
  const { config, discovery, events, logger } = options;
  const type = (config.getOptionalString('techdocs.publisher.type') ??
    'local') as PublisherType;
  const directory =
    type === 'local'
      ? config.getOptionalString('techdocs.publisher.local.publishDirectory')
      : undefined;
  const publisher = new TidyPublisher({
    inner: await Publisher.fromConfig(config, { logger, discovery }),
    directory: directory && path.resolve(directory),
    onPublished: entityRef =>
      events.publish({
        topic: TECHDOCS_PUBLISHED_TOPIC,
        eventPayload: { entityRef },
      }),
  });
  return { type, publisher };
}
