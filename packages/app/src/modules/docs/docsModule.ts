import {
  ApiBlueprint,
  appLanguageApiRef,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { DocsBuildsClient, docsBuildsApiRef } from './DocsBuildsApi';
import { DocsDiagrams } from './DocsDiagrams';
import { DocsFreshness } from './DocsFreshness';
import { DocsRebuild } from './DocsRebuild';
import { DocsRepairs } from './DocsRepairs';

/**
 * Documentation pages that everybody can read, with their diagrams, how fresh they
 * are, and a way to have them built again.
 *
 * @internal
 */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
    ApiBlueprint.make({
      name: 'builds',
      params: defineParams =>
        defineParams({
          api: docsBuildsApiRef,
          deps: {
            discoveryApi: discoveryApiRef,
            fetchApi: fetchApiRef,
            appLanguageApi: appLanguageApiRef,
          },
          factory: deps => new DocsBuildsClient(deps),
        }),
    }),
    AddonBlueprint.make({
      name: 'repairs',
      params: {
        name: 'DocsRepairs',
        location: TechDocsAddonLocations.Content,
        component: DocsRepairs,
      },
    }),
    AddonBlueprint.make({
      name: 'diagrams',
      params: {
        name: 'DocsDiagrams',
        location: TechDocsAddonLocations.Content,
        component: DocsDiagrams,
      },
    }),
    AddonBlueprint.make({
      name: 'freshness',
      params: {
        name: 'DocsFreshness',
        location: TechDocsAddonLocations.Subheader,
        component: DocsFreshness,
      },
    }),
    AddonBlueprint.make({
      name: 'rebuild',
      params: {
        name: 'DocsRebuild',
        location: TechDocsAddonLocations.Subheader,
        component: DocsRebuild,
      },
    }),
  ],
});
