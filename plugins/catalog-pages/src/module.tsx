import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { needsAttention } from './domain/findHints';

/** Kinds with an owner about whom the portal has something to say. */
const OWNED = { kind: { $in: ['component', 'api', 'resource', 'system'] } };

const loadFacets = () => import('./components/Facets');

// The first four take the place of facets of the catalog without counts, so they
// have their names: tag, type, mode (the owner) and lifecycle.
const facets = [
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

/**
 * Facets with counts, and cards with what the government wants to know.
 *
 * @public
 */
export const catalogPagesModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [...facets, ...cards],
});
