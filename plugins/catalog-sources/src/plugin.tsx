import {
  ApiBlueprint,
  PageBlueprint,
  appLanguageApiRef,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { RiDownloadCloud2Line } from '@remixicon/react';
import { CatalogSourcesClient, catalogSourcesApiRef } from './api';
import { catalogSourceRouteRef, catalogSourcesRouteRef } from './routes';

const catalogSourcesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogSourcesApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        appLanguageApi: appLanguageApiRef,
      },
      factory: deps => new CatalogSourcesClient(deps),
    }),
});

const catalogSourcesPage = PageBlueprint.make({
  params: {
    path: '/catalog-sources',
    // what the app translates for the navigation and the tab of the browser
    title: 'Catalog sources',
    icon: <RiDownloadCloud2Line />,
    routeRef: catalogSourcesRouteRef,
    // it has its own, in the language of the person
    noHeader: true,
    loader: async () => {
      const { SourcesRouter } = await import('./components/SourcesRouter');
      return <SourcesRouter />;
    },
  },
});

/**
 * The sources that fill the catalog: how fresh they are and how their runs went.
 * @public
 */
export const catalogSourcesPlugin = createFrontendPlugin({
  pluginId: 'catalog-sources',
  title: 'Catalog sources',
  icon: <RiDownloadCloud2Line />,
  routes: { root: catalogSourcesRouteRef, source: catalogSourceRouteRef },
  extensions: [catalogSourcesApi, catalogSourcesPage],
});
