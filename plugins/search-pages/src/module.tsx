import {
  ApiBlueprint,
  PageBlueprint,
  appLanguageApiRef,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import searchPlugin from '@backstage/plugin-search/alpha';
import { RiSearchLine } from '@remixicon/react';
import { PortalSearchClient, portalSearchApiRef } from './api';

const portalSearchApi = ApiBlueprint.make({
  name: 'portal',
  params: defineParams =>
    defineParams({
      api: portalSearchApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        appLanguageApi: appLanguageApiRef,
      },
      factory: deps => new PortalSearchClient(deps),
    }),
});

// In the place of the page of the plugin: it has the same id.
const searchPage = PageBlueprint.make({
  params: {
    path: '/search',
    // what the app translates for the navigation and the tab of the browser
    title: 'Search',
    icon: <RiSearchLine />,
    routeRef: searchPlugin.routes.root,
    // it has its own, in the language of the person
    noHeader: true,
    loader: async () => {
      const { SearchPage } = await import('./components/SearchPage');
      return <SearchPage />;
    },
  },
});

/** The search page of the portal. @public */
export const searchPagesModule = createFrontendModule({
  pluginId: 'search',
  extensions: [portalSearchApi, searchPage],
});
