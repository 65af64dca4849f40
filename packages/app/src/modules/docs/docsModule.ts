import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { DocsDiagrams } from './DocsDiagrams';
import { DocsFreshness } from './DocsFreshness';
import { DocsRepairs } from './DocsRepairs';

/**
 * Documentation pages that everybody can read, with their diagrams and how fresh
 * they are.
 *
 * @internal
 */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
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
  ],
});
