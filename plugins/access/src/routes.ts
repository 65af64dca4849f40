import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** Own access, and the roles with who has them. @public */
export const accessRouteRef = createRouteRef();

/** Tokens and workload identities. @public */
export const tokensRouteRef = createSubRouteRef({
  parent: accessRouteRef,
  path: '/tokens',
});

/** The access reviews. @public */
export const reviewsRouteRef = createSubRouteRef({
  parent: accessRouteRef,
  path: '/reviews',
});

/** One access review. @public */
export const reviewRouteRef = createSubRouteRef({
  parent: accessRouteRef,
  path: '/reviews/:id',
});
