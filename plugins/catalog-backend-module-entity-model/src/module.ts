import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { parseEntityFile } from './parser/parseEntityFile';
import { EntityModelProcessor } from './processors/EntityModelProcessor';

/**
 * Refuses entities that do not keep to the entity model of the portal, and says
 * what to do about it.
 *
 * @public
 */
export const catalogModuleEntityModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'entity-model',
  register(reg) {
    reg.registerInit({
      deps: {
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ model, processing }) {
        model.setEntityDataParser(parseEntityFile);
        processing.addProcessor(new EntityModelProcessor());
      },
    });
  },
});
