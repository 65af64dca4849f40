import {
  ApiBlueprint,
  appLanguageApiRef,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { LocalizedScaffolderClient } from './api/LocalizedScaffolderClient';

const scaffolderApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scaffolderApiRef,
      deps: {
        appLanguageApi: appLanguageApiRef,
        catalogApi: catalogApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
        scmIntegrationsApi: scmIntegrationsApiRef,
      },
      factory: deps => new LocalizedScaffolderClient(deps),
    }),
});

const projectNameField = FormFieldBlueprint.make({
  name: 'project-name',
  params: {
    field: async () =>
      (await import('./components/fields/formFields')).projectNameFormField,
  },
});

const projectTeamField = FormFieldBlueprint.make({
  name: 'project-team',
  params: {
    field: async () =>
      (await import('./components/fields/formFields')).projectTeamFormField,
  },
});

/** What the form of a template needs: the team and the name of a project, and English texts. @public */
export const scaffolderModuleTemplates = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [scaffolderApi, projectNameField, projectTeamField],
});
