import type { LoggerService } from '@backstage/backend-plugin-api';
import { Router, type Request } from 'express';
import { createHeadersMiddleware } from './middleware/createHeadersMiddleware';
import { createProblemMiddleware } from './middleware/createProblemMiddleware';
import type { OpenApiDocument } from './openApiDocument';
import { COMMON_PROBLEM_CODES } from './problems/commonProblemCodes';
import type { HttpProblem } from './problems/HttpProblem';
import { ProblemFactory } from './problems/ProblemFactory';

const problems = new ProblemFactory(COMMON_PROBLEM_CODES);

/** What an API brings itself. @public */
export interface ApiRouterOptions {
  openApi: OpenApiDocument;
  logger: LoggerService;
  /**
   * Finds out who calls, and throws when that is nobody who may come in. What
   * it returns is there for the routes as `res.locals.caller`.
   */
  authenticate: (req: Request) => Promise<unknown>;
  /** Adds the routes, all of them behind the barrier. */
  addRoutes: (api: Router) => void;
  /** Knows the errors of this API; see {@link createProblemMiddleware}. */
  toProblem?: (error: Error) => HttpProblem | undefined;
}

/**
 * An API of the portal under `/v1`: its description is for everybody, all the
 * rest is behind a barrier, and every error is a problem of RFC 9457.
 *
 * @remarks
 * The plugin opens `/v1` in Backstage's own barrier and this router is the
 * barrier instead, for Backstage answers a missing token in a form of its own.
 * The barrier comes before every route, so a route that is added later cannot
 * be open by mistake.
 *
 * @public
 */
export function createApiRouter(options: ApiRouterOptions): Router {
  const { openApi, logger, authenticate, addRoutes, toProblem } = options;
  // NL API Design Rules 2.2 `/core/no-trailing-slash`: `/things/` does not exist.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));

  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });

  api.use((req, res, next) => {
    authenticate(req).then(caller => {
      res.locals.caller = caller;
      next();
    }, next);
  });
  addRoutes(api);

  api.use(() => {
    throw problems.problem(404, 'route-not-found');
  });
  api.use(createProblemMiddleware({ logger, toProblem }));

  const router = Router();
  router.use('/v1', api);
  return router;
}
