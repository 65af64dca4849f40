import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createApiRouter, handle, type OpenApiDocument } from '@nerds/http-api';
import type { Response, Router } from 'express';
import type { AuditLogService, Caller } from '../services/AuditLogService';
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

/** The caller that the barrier let through. */
function getCaller(res: Response): Caller {
  return res.locals.caller;
}

/** The API under `/v1`. Signed-in people and machines get in. @internal */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, logger, openApi } = options;
  return createApiRouter({
    openApi,
    logger,
    authenticate: async (req): Promise<Caller> => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { userEntityRef } = credentials.principal;
      return { credentials, userEntityRef, request: req };
    },
    addRoutes: api => addRoutes(api, options),
  });
}

function addRoutes(api: Router, options: RouterOptions): void {
  const { service, logger, now } = options;
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
}
