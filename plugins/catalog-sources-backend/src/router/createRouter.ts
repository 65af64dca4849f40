import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createHeadersMiddleware,
  createProblemMiddleware,
  handle,
  type OpenApiDocument,
} from '@nerds/http-api';
import { Router } from 'express';
import { problems } from '../domain/problems';
import type { SourceService } from '../services/SourceService';
import { createCallerMiddleware, getCaller } from './createCallerMiddleware';
import { parseErrorPage, requireNoQuery } from './requests/parseQuery';

/**
 * The API under `/v1`.
 *
 * @remarks
 * The plugin opens `/v1` in Backstage's own barrier and this router is the
 * barrier instead, for Backstage answers a missing token in a form of its own.
 * Everything below the barrier needs a caller.
 *
 * @internal
 */
export function createRouter(options: {
  service: SourceService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}): Router {
  const { service, httpAuth, logger, openApi } = options;
  // NL API Design Rules 2.2 `/core/no-trailing-slash`.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));
  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });
  api.use(createCallerMiddleware(httpAuth));
  addSourceRoutes(api, service);
  api.use(() => {
    throw problems.problem(404, 'route-not-found');
  });
  api.use(createProblemMiddleware({ logger }));

  const router = Router();
  router.use('/v1', api);
  return router;
}

function addSourceRoutes(api: Router, service: SourceService): void {
  api.get(
    '/sources',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      res.json(await service.listSources(getCaller(res)));
    }),
  );
  api.get(
    '/sources/:id',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      res.json(await service.getSource(req.params.id, getCaller(res)));
    }),
  );
  api.get(
    '/sources/:id/runs',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const items = await service.listRuns(req.params.id, getCaller(res));
      res.json({ items });
    }),
  );
  api.post(
    '/sources/:id/runs',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      await service.requestRun(req.params.id, getCaller(res));
      res.status(202).end();
    }),
  );
  api.get(
    '/runs/:id',
    handle(async (req, res) => {
      const page = parseErrorPage(req.query);
      res.json(await service.getRun(req.params.id, page, getCaller(res)));
    }),
  );
}
