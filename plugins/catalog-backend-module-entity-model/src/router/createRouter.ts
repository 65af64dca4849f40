import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createApiRouter,
  handle,
  readLanguage,
  type OpenApiDocument,
} from '@nerds/http-api';
import type { Router } from 'express';
import type { EntityErrorService } from '../services/EntityErrorService';
import { parsePage } from './parsePage';

/**
 * The API of the portal under `/v1` of the catalog, beside Backstage's own.
 * Signed-in people get in.
 *
 * @internal
 */
export function createRouter(options: {
  service: EntityErrorService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}): Router {
  const { service, httpAuth, logger, openApi } = options;
  return createApiRouter({
    openApi,
    logger,
    authenticate: req => httpAuth.credentials(req, { allow: ['user'] }),
    addRoutes: api => {
      api.get(
        '/entity-errors',
        handle(async (req, res) => {
          const query = {
            ...parsePage(req.query),
            language: readLanguage(req),
          };
          res.json(await service.list(query, res.locals.caller));
        }),
      );
    },
  });
}
