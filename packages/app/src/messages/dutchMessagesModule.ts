import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { dutchResources } from './dutchResources';

/**
 * Adds Dutch to the texts of Backstage itself; a plugin of our own carries its
 * own Dutch.
 *
 * @public
 */
export const dutchMessagesModule = createFrontendModule({
  pluginId: 'app',
  extensions: dutchResources.map(resource =>
    TranslationBlueprint.make({ name: resource.id, params: { resource } }),
  ),
});
