import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page with every source. @public */
export const catalogSourcesRouteRef = createRouteRef();

/** The page of one source. @public */
export const catalogSourceRouteRef = createSubRouteRef({
  parent: catalogSourcesRouteRef,
  path: '/:id',
});
