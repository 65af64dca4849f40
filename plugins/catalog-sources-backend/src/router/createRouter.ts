import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createApiRouter, handle, type OpenApiDocument } from '@nerds/http-api';
import type { Response, Router } from 'express';
import type { Caller } from '../services/Caller';
import type { SourceService } from '../services/SourceService';
import { parseErrorPage, requireNoQuery } from './requests/parseQuery';

/** The caller that the barrier let through. */
function getCaller(res: Response): Caller {
  return res.locals.caller;
}

/** The API under `/v1`. Signed-in people get in. @internal */
export function createRouter(options: {
  service: SourceService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}): Router {
  const { service, httpAuth, logger, openApi } = options;
  return createApiRouter({
    openApi,
    logger,
    authenticate: async (req): Promise<Caller> => ({
      credentials: await httpAuth.credentials(req, { allow: ['user'] }),
      auditRequest: req,
    }),
    addRoutes: api => addSourceRoutes(api, service),
  });
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
