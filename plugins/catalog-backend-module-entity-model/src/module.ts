import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { parseEntityFile } from './parser/parseEntityFile';
import { EntityModelProcessor } from './processors/EntityModelProcessor';
import { OwnRepositoryProcessor } from './processors/OwnRepositoryProcessor';
import { ProvenanceProcessor } from './processors/ProvenanceProcessor';

/**
 * Refuses entities that do not keep to the entity model of the portal, or that
 * have a file of another repository put in, and says what to do about it.
 *
 * @public
 */
export const catalogModuleEntityModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'entity-model',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ config, model, processing }) {
        model.setEntityDataParser(parseEntityFile);
        const integrations = ScmIntegrations.fromConfig(config);
        processing.addProcessor(
          new EntityModelProcessor(),
          new OwnRepositoryProcessor(integrations),
          new ProvenanceProcessor(integrations),
        );
      },
    });
  },
});
