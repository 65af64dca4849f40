import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createApiRouter, type OpenApiDocument } from '@nerds/http-api';
import type { Router } from 'express';
import type { CallerResolver } from '../services/Caller';
import type { ReviewService } from '../services/ReviewService';
import type { RoleService } from '../services/RoleService';
import { addReviewRoutes } from './reviewRoutes';
import { addRoleRoutes } from './roleRoutes';

/**
 * The API under `/v1`. Only people get in: a service has no roles.
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
  return createApiRouter({
    openApi,
    logger,
    authenticate: async req => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      return callers.resolveCaller(credentials, req);
    },
    addRoutes: api => {
      addRoleRoutes(api, roles);
      addReviewRoutes(api, reviews);
    },
  });
}
