import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createHeadersMiddleware,
  createJsonBodyMiddleware,
  createProblemMiddleware,
  handle,
  type OpenApiDocument,
} from '@nerds/http-api';
import { Router, type Request } from 'express';
import type { Caller, RebuildService } from '../rebuilds/RebuildService';
import type { RequestedBuild } from '../rebuilds/RequestedBuild';
import { problems } from './problems';
import { parseBuildId, parseBuildRequest } from './requests/parseBuild';

/**
 * The API under `/v1`, beside that of TechDocs, which has no version.
 *
 * @remarks
 * The module opens `/v1` in Backstage's own barrier and this router is the
 * barrier instead, for Backstage answers a missing token in a form of its own.
 * Everything but the description needs a caller.
 *
 * @internal
 */
export function createRouter(options: {
  service: RebuildService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}): Router {
  const { service, httpAuth, logger, openApi } = options;
  const getCaller = async (req: Request): Promise<Caller> => ({
    credentials: await httpAuth.credentials(req, { allow: ['user'] }),
    auditRequest: req,
  });
  // NL API Design Rules 2.2 `/core/no-trailing-slash`.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));
  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });
  api.use((req, res, next) => {
    getCaller(req).then(caller => {
      res.locals.caller = caller;
      next();
    }, next);
  });
  api.post(
    '/builds',
    createJsonBodyMiddleware(),
    handle(async (req, res) => {
      const { entityRef } = parseBuildRequest(req.body);
      const build = await service.request(entityRef, res.locals.caller);
      res.status(202).json(toAnswer(build));
    }),
  );
  api.get(
    '/builds/:id',
    handle(async (req, res) => {
      const id = parseBuildId(req.params.id);
      res.json(toAnswer(await service.getBuild(id, res.locals.caller)));
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

function toAnswer({ startedAt, endedAt, ...build }: RequestedBuild) {
  return {
    ...build,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString(),
  };
}
