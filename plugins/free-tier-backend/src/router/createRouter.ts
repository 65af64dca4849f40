import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createApiRouter, type OpenApiDocument } from '@nerds/http-api';
import type { Router } from 'express';
import type { CallerResolver } from '../services/CallerResolver';
import type { ClusterService } from '../services/ClusterService';
import { addClusterRoutes } from './clusterRoutes';
import { addKubeconfigRoutes } from './kubeconfigRoutes';
import { addOfferRoutes } from './offerRoutes';
import { toHostClusterProblem } from './toHostClusterProblem';

/** @internal */
export interface RouterOptions {
  service: ClusterService;
  callers: CallerResolver;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}

/**
 * The API under `/v1`. Only people get in: a service has no teams.
 *
 * @internal
 */
export function createRouter(options: RouterOptions): Router {
  const { service, callers, httpAuth, logger, openApi } = options;
  return createApiRouter({
    openApi,
    logger,
    toProblem: toHostClusterProblem,
    authenticate: async req => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      return callers.resolveCaller(credentials, req);
    },
    addRoutes: api => {
      addOfferRoutes(api, service);
      addClusterRoutes(api, service);
      addKubeconfigRoutes(api, service);
    },
  });
}
