import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createApiRouter, handle, type OpenApiDocument } from '@nerds/http-api';
import { searchZeroResultReadPermission } from '@nerds/plugin-search-common';
import type { Response, Router } from 'express';
import type { ZeroResultStore } from '../database/ZeroResultStore';
import type { SearchService } from '../services/SearchService';
import {
  parseSearchQuery,
  parseZeroResultQuery,
} from './requests/parseQueries';

/** @internal */
export interface RouterOptions {
  search: SearchService;
  zeroResults: ZeroResultStore;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  logger: LoggerService;
  openApi: OpenApiDocument;
  now: () => Date;
}

/** The person that the barrier let through. */
function getCredentials(
  res: Response,
): BackstageCredentials<BackstageUserPrincipal> {
  return res.locals.caller;
}

/**
 * The API of the portal under `/v1`, beside Backstage's own. Signed-in people
 * get in.
 *
 * @internal
 */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, logger, openApi } = options;
  return createApiRouter({
    openApi,
    logger,
    authenticate: req => httpAuth.credentials(req, { allow: ['user'] }),
    addRoutes: api => addRoutes(api, options),
  });
}

function addRoutes(api: Router, options: RouterOptions): void {
  const { search, zeroResults, permissions } = options;
  api.get(
    '/results',
    handle(async (req, res) => {
      const request = parseSearchQuery(req.query);
      res.json(await search.search(request, getCredentials(res)));
    }),
  );

  api.get(
    '/zero-results',
    handle(async (req, res) => {
      const { days } = parseZeroResultQuery(req.query);
      const [decision] = await permissions.authorize(
        [{ permission: searchZeroResultReadPermission }],
        { credentials: getCredentials(res) },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError('May not see what was not found');
      }
      res.json({ items: await zeroResults.list(days, options.now()) });
    }),
  );
}
