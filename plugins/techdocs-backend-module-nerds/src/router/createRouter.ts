import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createApiRouter,
  createJsonBodyMiddleware,
  handle,
  type OpenApiDocument,
} from '@nerds/http-api';
import type { Response, Router } from 'express';
import type { Caller, RebuildService } from '../rebuilds/RebuildService';
import type { RequestedBuild } from '../rebuilds/RequestedBuild';
import { parseBuildId, parseBuildRequest } from './requests/parseBuild';

/** The caller that the barrier let through. */
function getCaller(res: Response): Caller {
  return res.locals.caller;
}

/**
 * The API under `/v1`, beside that of TechDocs, which has no version.
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
  return createApiRouter({
    openApi,
    logger,
    authenticate: async (req): Promise<Caller> => ({
      credentials: await httpAuth.credentials(req, { allow: ['user'] }),
      auditRequest: req,
    }),
    addRoutes: api => addBuildRoutes(api, service),
  });
}

function addBuildRoutes(api: Router, service: RebuildService): void {
  api.post(
    '/builds',
    createJsonBodyMiddleware(),
    handle(async (req, res) => {
      const { entityRef } = parseBuildRequest(req.body);
      const build = await service.request(entityRef, getCaller(res));
      res.status(202).json(toAnswer(build));
    }),
  );
  api.get(
    '/builds/:id',
    handle(async (req, res) => {
      const id = parseBuildId(req.params.id);
      res.json(toAnswer(await service.getBuild(id, getCaller(res))));
    }),
  );
}

function toAnswer({ startedAt, endedAt, ...build }: RequestedBuild) {
  return {
    ...build,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString(),
  };
}
