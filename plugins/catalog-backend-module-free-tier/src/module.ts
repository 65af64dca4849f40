import { readFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { FreeTierApiEntityProvider } from './providers/FreeTierApiEntityProvider';

/** Adds what the free tier has to show to the software catalog. @public */
export const catalogModuleFreeTier = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'free-tier',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        discovery: coreServices.discovery,
      },
      async init({ catalog, discovery }) {
        const openApiFile = resolvePackagePath(
          '@nerds/plugin-free-tier-backend',
          'openapi/openapi.yaml',
        );
        catalog.addEntityProvider(
          new FreeTierApiEntityProvider({
            baseUrl: await discovery.getExternalBaseUrl('free-tier'),
            definition: await readFile(openApiFile, 'utf8'),
          }),
        );
      },
    });
  },
});
