import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createHeadersMiddleware,
  createProblemMiddleware,
  type HttpProblem,
  type OpenApiDocument,
} from '@nerds/http-api';
import { Router } from 'express';
import { problems } from '../domain/problems';
import type { AuditedCredentialVerifier } from '../services/AuditedCredentialVerifier';
import type { CallerResolver } from '../services/CallerResolver';
import type { ScopeReader } from '../services/ScopeReader';
import type { TokenService } from '../services/TokenService';
import { createCallerMiddleware } from './createCallerMiddleware';
import { addInternalRoutes } from './internalRoutes';
import { addTokenRoutes } from './tokenRoutes';

/** Seconds after which it makes sense to ask an issuer again. */
const RETRY_AFTER_SECONDS = 10;

/** @internal */
export interface RouterOptions {
  service: TokenService;
  maxLifetimeDays: number;
  scopes: ScopeReader;
  verifier: AuditedCredentialVerifier;
  callers: CallerResolver;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}

/**
 * The API under `/v1`, for people, and `/internal`, for plugins of the portal.
 *
 * @remarks
 * The plugin opens `/v1` in Backstage's own barrier and this router is the
 * barrier instead, for Backstage answers a missing token in a form of its own.
 * Everything below the barrier needs a caller, so a route that is added later
 * cannot be open by mistake.
 *
 * @internal
 */
export function createRouter(options: RouterOptions): Router {
  const { callers, httpAuth, logger, openApi } = options;
  // NL API Design Rules 2.2 `/core/no-trailing-slash`: `/tokens/` does not exist.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));

  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });

  api.use(createCallerMiddleware(httpAuth, callers));
  addTokenRoutes(api, options);

  const internal = Router({ strict: true, caseSensitive: true });
  addInternalRoutes(internal, options);

  for (const part of [api, internal]) {
    part.use(() => {
      throw problems.problem(404, 'route-not-found');
    });
    part.use(createProblemMiddleware({ logger, toProblem }));
  }

  const router = Router();
  router.use('/v1', api);
  router.use('/internal', internal);
  return router;
}

function toProblem(error: Error): HttpProblem | undefined {
  return error.name === 'ServiceUnavailableError'
    ? problems.problem(503, 'issuer-unavailable', undefined, {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      })
    : undefined;
}
