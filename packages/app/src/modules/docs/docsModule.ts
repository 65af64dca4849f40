import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { DocsRepairs } from './DocsRepairs';

/**
 * Documentation pages that everybody can read.
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
  ],
});
