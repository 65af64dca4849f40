import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  coreServices,
  createBackendModule,
  type DiscoveryService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import {
  Publisher,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
  type PublisherType,
} from '@backstage/plugin-techdocs-node';
import { readBuildLimits, requireFencedBuilds } from './config';
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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        generators: techdocsGeneratorExtensionPoint,
        logger: coreServices.logger,
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

        const repository = new RepositoryPreparer({
          integrations,
          limits,
          reader,
        });
        const directory = new CopyingDirectoryPreparer({
          original: repository,
          integrations,
          workingDirectory,
        });
        deps.preparers.registerPreparer('url', repository);
        deps.preparers.registerPreparer('dir', directory);

        const generator = NerdsTechdocsGenerator.create({
          config,
          limits,
          logger,
          workingDirectory,
        });
        deps.generators.setTechdocsGenerator(generator);

        const { type, publisher } = await createPublisher(deps);
        deps.publishers.registerPublisher(type, publisher);

        const pushedDocs = new PushedDocs({
          builder: new SiteBuilder({
            generator,
            integrations,
            // it hands what is in a repository to the other
            preparer: directory,
            publisher,
            workingDirectory,
          }),
          entities: new DocumentedEntities({
            auth: deps.auth,
            catalog: deps.catalog,
            integrations,
            now: () => Date.now(),
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
