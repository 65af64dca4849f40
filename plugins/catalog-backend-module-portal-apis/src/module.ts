import { readFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { PORTAL_APIS } from './portalApis';
import { buildPortalApiEntity } from './providers/buildPortalApiEntity';
import { PortalApisEntityProvider } from './providers/PortalApisEntityProvider';

/** Shows the portal's own APIs in the software catalog. @public */
export const catalogModulePortalApis = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'portal-apis',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        discovery: coreServices.discovery,
      },
      async init({ catalog, discovery }) {
        const entities = await Promise.all(
          PORTAL_APIS.map(async ({ pluginId, packageName, ...texts }) =>
            buildPortalApiEntity({
              name: pluginId,
              ...texts,
              baseUrl: await discovery.getExternalBaseUrl(pluginId),
              definition: await readFile(
                resolvePackagePath(packageName, 'openapi', 'openapi.yaml'),
                'utf8',
              ),
            }),
          ),
        );
        catalog.addEntityProvider(new PortalApisEntityProvider(entities));
      },
    });
  },
});
