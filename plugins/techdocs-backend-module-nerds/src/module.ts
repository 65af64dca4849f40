import { mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  Publisher,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
  type PublisherType,
} from '@backstage/plugin-techdocs-node';
import { readBuildLimits } from './config';
import { NerdsTechdocsGenerator } from './generators/NerdsTechdocsGenerator';
import { CopyingDirectoryPreparer } from './preparers/CopyingDirectoryPreparer';
import { RepositoryPreparer } from './preparers/RepositoryPreparer';
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
        const { config, discovery, events, logger, reader } = deps;
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

        deps.generators.setTechdocsGenerator(
          NerdsTechdocsGenerator.create({
            config,
            limits,
            logger,
            workingDirectory,
          }),
        );

        const type =
          config.getOptionalString('techdocs.publisher.type') ?? 'local';
        const publishDirectory = config.getOptionalString(
          'techdocs.publisher.local.publishDirectory',
        );
        if (type === 'local' && publishDirectory) {
          mkdirSync(publishDirectory, { recursive: true });
        }
        deps.publishers.registerPublisher(
          type as PublisherType,
          new TidyPublisher({
            inner: await Publisher.fromConfig(config, { logger, discovery }),
            directory:
              type === 'local' && publishDirectory
                ? path.resolve(publishDirectory)
                : undefined,
            onPublished: entityRef =>
              events.publish({
                topic: TECHDOCS_PUBLISHED_TOPIC,
                eventPayload: { entityRef },
              }),
          }),
        );
      },
    });
  },
});
