import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createApiRouter,
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
 * @internal
 */
export function createRouter(options: RouterOptions): Router {
  const { callers, httpAuth, logger, openApi } = options;
  const router = createApiRouter({
    openApi,
    logger,
    toProblem,
    authenticate: async req => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      return callers.resolveCaller(credentials, req);
    },
    addRoutes: api => addTokenRoutes(api, options),
  });

  const internal = Router({ strict: true, caseSensitive: true });
  addInternalRoutes(internal, options);
  internal.use(() => {
    throw problems.problem(404, 'route-not-found');
  });
  internal.use(createProblemMiddleware({ logger, toProblem }));
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
