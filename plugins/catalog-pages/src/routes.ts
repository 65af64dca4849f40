import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page with what does not come into the catalog. @public */
export const entityErrorsRouteRef = createRouteRef();

/** The page to check a file on before it is committed. @public */
export const entityCheckRouteRef = createRouteRef();
