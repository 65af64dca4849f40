import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createHeadersMiddleware,
  createProblemMiddleware,
  type OpenApiDocument,
} from '@nerds/http-api';
import { Router } from 'express';
import { problems } from '../domain/problems';
import type { CallerResolver } from '../services/Caller';
import type { ReviewService } from '../services/ReviewService';
import type { RoleService } from '../services/RoleService';
import { createCallerMiddleware } from './createCallerMiddleware';
import { addReviewRoutes } from './reviewRoutes';
import { addRoleRoutes } from './roleRoutes';

/**
 * The API under `/v1`.
 *
 * @remarks
 * Only people get in: a service has no roles. The plugin opens `/v1` in
 * Backstage's own barrier and this router is the barrier instead, for
 * Backstage answers a missing token in a form of its own. Everything below the
 * barrier needs a caller, so a route that is added later cannot be open by
 * mistake.
 *
 * @internal
 */
export function createRouter(options: {
  roles: RoleService;
  reviews: ReviewService;
  callers: CallerResolver;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}): Router {
  const { roles, reviews, callers, httpAuth, logger, openApi } = options;
  // NL API Design Rules 2.2 `/core/no-trailing-slash`: `/roles/` does not exist.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));

  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });

  api.use(createCallerMiddleware(httpAuth, callers));
  addRoleRoutes(api, roles);
  addReviewRoutes(api, reviews);

  api.use(() => {
    throw problems.problem(404, 'route-not-found');
  });
  api.use(createProblemMiddleware({ logger }));

  const router = Router();
  router.use('/v1', api);
  return router;
}
