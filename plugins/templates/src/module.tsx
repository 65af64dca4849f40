import {
  ApiBlueprint,
  appLanguageApiRef,
  coreExtensionData,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  ExtensionBoundary,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import {
  FormFieldBlueprint,
  formFieldsApiRef,
  TemplateCard,
} from '@backstage/plugin-scaffolder-react/alpha';
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

const organisationField = FormFieldBlueprint.make({
  name: 'organisation',
  params: {
    field: async () =>
      (await import('./components/fields/formFields')).organisationFormField,
  },
});

/** The form of a template in place of Backstage's; the list stays as it is. */
const templatesSubPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    *factory(originalFactory, { apis, node }) {
      const original = originalFactory();
      yield* original;
      const list = original.get(coreExtensionData.reactElement);
      const formFieldsApi = apis.get(formFieldsApiRef);
      yield coreExtensionData.reactElement(
        ExtensionBoundary.lazy(node, async () => {
          const { TemplatesPage } = await import('./components/TemplatesPage');
          const formFields = (await formFieldsApi?.loadFormFields()) ?? [];
          return <TemplatesPage list={list} formFields={formFields} />;
        }),
      );
    },
  });

/** The list of tasks and the page of one, in the language of the person. */
const tasksSubPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/tasks')
  .override({
    *factory(originalFactory, { node }) {
      const original = originalFactory();
      yield* original;
      const tasks = original.get(coreExtensionData.reactElement);
      yield coreExtensionData.reactElement(
        ExtensionBoundary.lazy(node, async () => {
          const { LocalizedTasks } = await import(
            './components/LocalizedTasks'
          );
          return <LocalizedTasks tasks={tasks} />;
        }),
      );
    },
  });

/** What the form of a template needs, and the form itself. @public */
export const scaffolderModuleTemplates = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    scaffolderApi,
    templatesSubPage,
    tasksSubPage,
    projectNameField,
    projectTeamField,
    organisationField,
  ],
});

const templateCard = SwappableComponentBlueprint.make({
  name: 'scaffolder-template-card',
  params: define =>
    define({
      component: TemplateCard,
      loader: async () =>
        (await import('./components/TemplateCard')).TemplateCard,
    }),
});

/** The card of a template in the person's language; swapping it is the app's to do. @public */
export const appModuleTemplates = createFrontendModule({
  pluginId: 'app',
  extensions: [templateCard],
});
