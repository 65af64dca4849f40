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
import { ProblemError } from '../domain/ProblemError';
import type { CallerResolver } from '../services/CallerResolver';
import type { ClusterService } from '../services/ClusterService';
import { addClusterRoutes } from './clusterRoutes';
import { addKubeconfigRoutes } from './kubeconfigRoutes';
import { createCallerMiddleware } from './middleware/createCallerMiddleware';
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
 * The API under `/v1`.
 *
 * @remarks
 * Only people get in: a service has no teams. The plugin opens `/v1` in
 * Backstage's own barrier and this router is the barrier instead, for
 * Backstage answers a missing token in a form of its own. Everything below the
 * barrier needs a caller, so a route that is added later cannot be open by
 * mistake.
 *
 * @internal
 */
export function createRouter(options: RouterOptions): Router {
  const { service, callers, httpAuth, logger, openApi } = options;
  // NL API Design Rules 2.2 `/core/no-trailing-slash`: `/clusters/` does not exist.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));

  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });

  api.use(createCallerMiddleware(httpAuth, callers));
  addOfferRoutes(api, service);
  addClusterRoutes(api, service);
  addKubeconfigRoutes(api, service);

  api.use(() => {
    throw new ProblemError({ status: 404, code: 'route-not-found' });
  });
  api.use(createProblemMiddleware({ logger, toProblem: toHostClusterProblem }));

  const router = Router();
  router.use('/v1', api);
  return router;
}
