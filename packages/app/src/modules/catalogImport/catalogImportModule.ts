import {
  ApiBlueprint,
  appLanguageApiRef,
  configApiRef,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import {
  scmAuthApiRef,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { catalogImportApiRef } from '@backstage/plugin-catalog-import';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { LocalizedCatalogImportClient } from './LocalizedCatalogImportClient';

/**
 * Registering a file that exists, with reasons in the language of the person.
 *
 * @internal
 */
export const catalogImportModule = createFrontendModule({
  pluginId: 'catalog-import',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogImportApiRef,
          deps: {
            appLanguageApi: appLanguageApiRef,
            catalogApi: catalogApiRef,
            configApi: configApiRef,
            discoveryApi: discoveryApiRef,
            fetchApi: fetchApiRef,
            scmAuthApi: scmAuthApiRef,
            scmIntegrationsApi: scmIntegrationsApiRef,
            translationApi: translationApiRef,
          },
          factory: deps => new LocalizedCatalogImportClient(deps),
        }),
    }),
  ],
});
