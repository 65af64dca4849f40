import {
  ApiBlueprint,
  PageBlueprint,
  appLanguageApiRef,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { RiShieldUserLine } from '@remixicon/react';
import {
  AccessClient,
  MachineAccessClient,
  accessApiRef,
  machineAccessApiRef,
} from './api';
import {
  accessRouteRef,
  reviewRouteRef,
  reviewsRouteRef,
  tokensRouteRef,
} from './routes';

const clientDeps = {
  discoveryApi: discoveryApiRef,
  fetchApi: fetchApiRef,
  appLanguageApi: appLanguageApiRef,
};

const accessApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: accessApiRef,
      deps: clientDeps,
      factory: deps => new AccessClient(deps),
    }),
});

const machineAccessApi = ApiBlueprint.make({
  name: 'machine-access',
  params: defineParams =>
    defineParams({
      api: machineAccessApiRef,
      deps: clientDeps,
      factory: deps => new MachineAccessClient(deps),
    }),
});

const accessPage = PageBlueprint.make({
  params: {
    path: '/access',
    // English here and Dutch in the app: titles of pages cannot be translated
    title: 'Access',
    icon: <RiShieldUserLine />,
    routeRef: accessRouteRef,
    // each page has its own, in the language of the person
    noHeader: true,
    loader: async () => {
      const { AccessRouter } = await import('./components/AccessRouter');
      return <AccessRouter />;
    },
  },
});

/**
 * Roles and who has them, access of machines, and access reviews.
 * @public
 */
export const accessPlugin = createFrontendPlugin({
  pluginId: 'access',
  title: 'Access',
  icon: <RiShieldUserLine />,
  routes: {
    root: accessRouteRef,
    tokens: tokensRouteRef,
    reviews: reviewsRouteRef,
    review: reviewRouteRef,
  },
  extensions: [accessApi, machineAccessApi, accessPage],
});
