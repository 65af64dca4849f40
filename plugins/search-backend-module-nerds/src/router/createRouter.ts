import type {
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createHeadersMiddleware,
  createProblemMiddleware,
  handle,
  type OpenApiDocument,
} from '@nerds/http-api';
import { searchZeroResultReadPermission } from '@nerds/plugin-search-common';
import { Router, type Request } from 'express';
import type { ZeroResultStore } from '../database/ZeroResultStore';
import { problems } from '../domain/problems';
import type { SearchService } from '../services/SearchService';
import {
  parseSearchQuery,
  parseZeroResultQuery,
} from './requests/parseQueries';

/**
 * The API of the portal under `/v1`, beside Backstage's own.
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
  search: SearchService;
  zeroResults: ZeroResultStore;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  logger: LoggerService;
  openApi: OpenApiDocument;
  now: () => Date;
}): Router {
  const { search, zeroResults, httpAuth, permissions, openApi } = options;
  const readCredentials = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user'] });
  // NL API Design Rules 2.2 `/core/no-trailing-slash`: `/results/` does not exist.
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
    '/results',
    handle(async (req, res) => {
      const request = parseSearchQuery(req.query);
      res.json(await search.search(request, await readCredentials(req)));
    }),
  );

  api.get(
    '/zero-results',
    handle(async (req, res) => {
      const { days } = parseZeroResultQuery(req.query);
      const [decision] = await permissions.authorize(
        [{ permission: searchZeroResultReadPermission }],
        { credentials: await readCredentials(req) },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError('May not see what was not found');
      }
      res.json({ items: await zeroResults.list(days, options.now()) });
    }),
  );

  api.use(() => {
    throw problems.problem(404, 'route-not-found');
  });
  api.use(createProblemMiddleware({ logger: options.logger }));

  const router = Router();
  router.use('/v1', api);
  return router;
}
