import {
  ApiBlueprint,
  PageBlueprint,
  appLanguageApiRef,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { RiBox3Line } from '@remixicon/react';
import { FreeTierClient, freeTierApiRef } from './api';
import {
  accessRouteRef,
  auditLogRouteRef,
  clusterRouteRef,
  clustersRouteRef,
  templateRouteRef,
} from './routes';

const freeTierApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: freeTierApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        appLanguageApi: appLanguageApiRef,
      },
      factory: deps => new FreeTierClient(deps),
    }),
});

const clustersPage = PageBlueprint.make({
  params: {
    path: '/clusters',
    // the same word in Dutch and in English: titles of pages cannot be translated
    title: 'Clusters',
    icon: <RiBox3Line />,
    routeRef: clustersRouteRef,
    // each page has its own: the list's title is the plugin's, a cluster's its name
    noHeader: true,
    loader: async () => {
      const { FreeTierRouter } = await import('./components/FreeTierRouter');
      return <FreeTierRouter />;
    },
  },
});

const clustersWidget = HomePageWidgetBlueprint.make({
  name: 'clusters',
  params: {
    name: 'Clusters',
    title: 'Clusters',
    components: async () => {
      const { ClustersWidget } = await import('./components/ClustersWidget');
      return { Content: ClustersWidget };
    },
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 5 },
    },
  },
});

const formFields = [
  FormFieldBlueprint.make({
    name: 'own-team',
    params: {
      field: async () =>
        (await import('./components/fields/formFields')).ownTeamFormField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster-name',
    params: {
      field: async () =>
        (await import('./components/fields/formFields')).clusterNameFormField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster-tier',
    params: {
      field: async () =>
        (await import('./components/fields/formFields')).clusterTierFormField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster-region',
    params: {
      field: async () =>
        (await import('./components/fields/formFields')).clusterRegionFormField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster-purpose',
    params: {
      field: async () =>
        (await import('./components/fields/formFields'))
          .clusterPurposeFormField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'project-cluster',
    params: {
      field: async () =>
        (await import('./components/fields/formFields'))
          .projectClusterFormField,
    },
  }),
];

/**
 * Clusters of the free tier: their pages, the fields of the form they are asked
 * for with, and a widget for the home page.
 * @public
 */
export const freeTierPlugin = createFrontendPlugin({
  pluginId: 'free-tier',
  title: 'Clusters',
  icon: <RiBox3Line />,
  routes: { root: clustersRouteRef, cluster: clusterRouteRef },
  externalRoutes: {
    template: templateRouteRef,
    auditLog: auditLogRouteRef,
    access: accessRouteRef,
  },
  extensions: [freeTierApi, clustersPage, clustersWidget, ...formFields],
});
