import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  DirectoryPreparer,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { CopyingDirectoryPreparer } from './preparers/CopyingDirectoryPreparer';

/** Replaces how TechDocs reads a directory on disk. @public */
export const techdocsModuleNerds = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'nerds',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        preparers: techdocsPreparerExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ config, logger, preparers, reader }) {
        preparers.registerPreparer(
          'dir',
          new CopyingDirectoryPreparer({
            original: DirectoryPreparer.fromConfig(config, { logger, reader }),
            integrations: ScmIntegrations.fromConfig(config),
            workingDirectory: config.getOptionalString(
              'backend.workingDirectory',
            ),
          }),
        );
      },
    });
  },
});
