import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiErrorWarningLine, RiFileSearchLine } from '@remixicon/react';
import { LongFilterCatalogClient } from './api/LongFilterCatalogClient';
import { needsAttention } from './domain/findHints';
import { entityCheckRouteRef, entityErrorsRouteRef } from './routes';

/** Kinds with an owner about whom the portal has something to say. */
const OWNED = { kind: { $in: ['component', 'api', 'resource', 'system'] } };

const loadFacets = () => import('./components/Facets');

// The first five take the place of facets of the catalog without counts, so they
// have their names: kind, type, mode (the owner), lifecycle and tag.
const facets = [
  CatalogFilterBlueprint.make({
    name: 'kind',
    params: {
      loader: async () => {
        const { KindFacet } = await import('./components/KindFacet');
        return <KindFacet />;
      },
    },
  }),
  CatalogFilterBlueprint.make({
    name: 'type',
    params: {
      loader: async () => {
        const { TextFacet } = await loadFacets();
        return <TextFacet name="type" />;
      },
    },
  }),
  CatalogFilterBlueprint.make({
    name: 'mode',
    params: {
      loader: async () => {
        const { OwnerFacet } = await loadFacets();
        return <OwnerFacet />;
      },
    },
  }),
  CatalogFilterBlueprint.make({
    name: 'lifecycle',
    params: {
      loader: async () => {
        const { TextFacet } = await loadFacets();
        return <TextFacet name="lifecycles" />;
      },
    },
  }),
  CatalogFilterBlueprint.make({
    name: 'tag',
    params: {
      loader: async () => {
        const { TextFacet } = await loadFacets();
        return <TextFacet name="tags" />;
      },
    },
  }),
  CatalogFilterBlueprint.make({
    name: 'organisation',
    params: {
      loader: async () => {
        const { OrganisationFacet } = await loadFacets();
        return <OrganisationFacet />;
      },
    },
  }),
];

const cards = [
  EntityCardBlueprint.make({
    name: 'attention',
    params: {
      type: 'info',
      filter: needsAttention,
      loader: async () => {
        const { AttentionCard } = await import('./components/AttentionCard');
        return <AttentionCard />;
      },
    },
  }),
  EntityCardBlueprint.make({
    name: 'government',
    params: {
      type: 'info',
      filter: OWNED,
      loader: async () => {
        const { GovernmentCard } = await import('./components/GovernmentCard');
        return <GovernmentCard />;
      },
    },
  }),
  EntityCardBlueprint.make({
    name: 'source',
    params: {
      type: 'info',
      filter: OWNED,
      loader: async () => {
        const { SourceCard } = await import('./components/SourceCard');
        return <SourceCard />;
      },
    },
  }),
];

const catalogApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LongFilterCatalogClient(deps),
    }),
});

const loadListPages = () => import('./components/CatalogListPage');

const listPage = catalogPlugin.getExtension('page:catalog').override({
  factory(originalFactory, { inputs }) {
    const filters = inputs.filters.map(filter =>
      filter.get(coreExtensionData.reactElement),
    );
    return originalFactory({
      params: {
        loader: async () => {
          const { CatalogListPage } = await loadListPages();
          return <CatalogListPage filters={<>{filters}</>} />;
        },
      },
    });
  },
});

const apiListPage = apiDocsPlugin.getExtension('page:api-docs').override({
  factory(originalFactory) {
    return originalFactory({
      params: {
        loader: async () => {
          const { ApiListPage } = await loadListPages();
          return <ApiListPage />;
        },
      },
    });
  },
});

// Their titles are what the app translates for the tab of the browser; on the
// page they have their own, in the language of the person.
const errorsPage = PageBlueprint.make({
  name: 'entity-errors',
  params: {
    path: '/catalog-errors',
    title: 'Catalog errors',
    icon: <RiErrorWarningLine />,
    routeRef: entityErrorsRouteRef,
    noHeader: true,
    loader: async () => {
      const { EntityErrorsPage } = await import('./components/EntityErrors');
      return <EntityErrorsPage />;
    },
  },
});

const checkPage = PageBlueprint.make({
  name: 'entity-check',
  params: {
    path: '/catalog-check',
    title: 'Catalog check',
    icon: <RiFileSearchLine />,
    routeRef: entityCheckRouteRef,
    noHeader: true,
    loader: async () => {
      const { EntityCheckPage } = await import('./components/EntityCheckPage');
      return <EntityCheckPage />;
    },
  },
});

/**
 * Facets with counts, what does not come in, a check of files, and cards with what the government wants to know.
 *
 * @public
 */
export const catalogPagesModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    catalogApi,
    listPage,
    errorsPage,
    checkPage,
    ...facets,
    ...cards,
  ],
});

/**
 * The list of APIs with the facets of the catalog.
 *
 * @public
 */
export const apiPagesModule = createFrontendModule({
  pluginId: 'api-docs',
  extensions: [apiListPage],
});
