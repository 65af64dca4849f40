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
import type { AuditLogService } from '../services/AuditLogService';
import {
  createCallerMiddleware,
  getCaller,
} from './middleware/createCallerMiddleware';
import {
  parseEventExportQuery,
  parseEventPageQuery,
} from './requests/parseEventQuery';
import { sendExport } from './sendExport';

/** @internal */
export interface RouterOptions {
  service: AuditLogService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
  now: () => Date;
}

/**
 * The API under `/v1`. The plugin opens `/v1` in Backstage's own barrier and
 * this router is the barrier instead, for answers in the form of this API.
 *
 * @internal
 */
export function createRouter(options: RouterOptions): Router {
  const { service, httpAuth, logger, openApi, now } = options;
  // NL API Design Rules 2.2 `/core/no-trailing-slash`: `/events/` does not exist.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));

  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });

  api.use(createCallerMiddleware(httpAuth));
  api.get(
    '/events',
    handle(async (req, res) => {
      const query = parseEventPageQuery(req.query);
      res.json(await service.listEvents(query, getCaller(res)));
    }),
  );
  api.get(
    '/events/export',
    handle(async (req, res) => {
      const query = parseEventExportQuery(req.query);
      const batches = service.exportEvents(query, getCaller(res));
      await sendExport(res, {
        batches,
        format: query.format,
        at: now(),
        logger,
      });
    }),
  );
  api.post(
    '/verifications',
    handle(async (_req, res) => {
      res.json(await service.verifyChain(getCaller(res)));
    }),
  );

  api.use(() => {
    throw problems.problem(404, 'route-not-found');
  });
  api.use(createProblemMiddleware({ logger }));

  const router = Router();
  router.use('/v1', api);
  return router;
}
