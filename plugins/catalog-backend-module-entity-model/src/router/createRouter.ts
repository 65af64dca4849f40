import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createHeadersMiddleware,
  createProblemMiddleware,
  handle,
  readLanguage,
  type OpenApiDocument,
} from '@nerds/http-api';
import { Router, type Request } from 'express';
import { problems } from '../domain/problems';
import type { EntityErrorService } from '../services/EntityErrorService';
import { parsePage } from './parsePage';

/**
 * The API of the portal under `/v1` of the catalog, beside Backstage's own.
 *
 * @remarks
 * The module opens `/v1` in Backstage's own barrier and this router is the
 * barrier instead, for Backstage answers a missing token in a form of its own.
 * Everything below the barrier needs a person, so a route that is added later
 * cannot be open by mistake.
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
  const readCredentials = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user'] });
  // NL API Design Rules 2.2 `/core/no-trailing-slash`.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));

  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });

  api.use((req, _res, next) => {
    readCredentials(req).then(() => next(), next);
  });

  api.get(
    '/entity-errors',
    handle(async (req, res) => {
      const query = { ...parsePage(req.query), language: readLanguage(req) };
      res.json(await service.list(query, await readCredentials(req)));
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
