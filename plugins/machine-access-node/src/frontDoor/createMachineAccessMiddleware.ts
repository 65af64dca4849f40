import type { LoggerService } from '@backstage/backend-plugin-api';
import { HttpProblem, readLanguage } from '@nerds/http-api';
import {
  isMachineRef,
  MACHINE_TOKEN_PREFIX,
} from '@nerds/plugin-machine-access-common';
import { getRequestContext } from '@nerds/request-context';
import type { Request, RequestHandler, Response } from 'express';
import { parseMachineSecret } from '../secret/machineSecret';
import { readBearer, readPortalTokens, readUnverifiedClaims } from './bearer';
import { ExchangeClient } from './ExchangeClient';
import { frontDoorProblems } from './frontDoorProblems';

/**
 * Where Backstage asks, with the very token of a user, of which teams that user
 * is. The question comes from the portal itself, and its answer is no more than
 * the token stands for.
 */
const USER_INFO_PATH = '/api/auth/v1/userinfo';

/** No path of the portal is longer; what is longer is somebody trying things. */
const MAX_PATH_LENGTH = 200;

/** @public */
export interface MachineAccessMiddlewareOptions {
  /**
   * Address of `/api/auth/machine/refresh` inside the portal. A function when
   * it is not known before the first request.
   */
  exchangeUrl: string | (() => Promise<string>);
  /** From `buildFrontDoorKey`. */
  frontDoorKey: string;
  /**
   * Whether a bearer token is the OIDC token of a configured CI system, going by
   * its issuer. Default: none is.
   */
  isWorkloadToken?: (token: string) => boolean;
  logger: LoggerService;
}

/**
 * Lets machines in: swaps the `Authorization` of a machine, in this process,
 * for a token of the portal that counts inside it. Every request is verified
 * anew, so that a revoked token is worthless at once.
 *
 * @remarks
 * Mount it on the root of the HTTP router: after what sets the request context
 * and the security headers, before what limits the rate per person and before
 * the plugins.
 *
 * ```ts
 * app.use(
 *   createMachineAccessMiddleware({
 *     ...readFrontDoorOptions(config),
 *     exchangeUrl: async () =>
 *       `${await discovery.getBaseUrl('auth')}/machine/refresh`,
 *     logger,
 *   }),
 * );
 * ```
 *
 * The exchange is a request through the same front door; a rate limit has to
 * let pass what `isFrontDoorRequest` says is its own.
 *
 * Requests of people and of the portal's own plugins pass through untouched. A
 * token that was made for a machine here is refused when it comes from outside:
 * it would outlive the revocation of what it was made of.
 *
 * @public
 */
export function createMachineAccessMiddleware(
  options: MachineAccessMiddlewareOptions,
): RequestHandler {
  const { exchangeUrl, isWorkloadToken = () => false } = options;
  const client = new ExchangeClient({
    ...options,
    url: async () =>
      typeof exchangeUrl === 'string' ? exchangeUrl : exchangeUrl(),
  });
  const swap = async (req: Request): Promise<void> => {
    if (bringsMachineIdentity(req)) {
      throw frontDoorProblems.problem(401, 'machine-identity-from-outside');
    }
    const credential = readBearer(req.headers);
    if (!credential) return;
    if (credential.startsWith(MACHINE_TOKEN_PREFIX)) {
      if (!parseMachineSecret(credential)) {
        throw frontDoorProblems.problem(401, 'machine-credential-incomplete');
      }
    } else if (!isWorkloadToken(credential)) {
      return;
    }
    const context = getRequestContext();
    const token = await client.exchange(credential, {
      address: context?.address ?? req.ip,
      correlationId: context?.correlationId,
      request: `${req.method} ${req.path.slice(0, MAX_PATH_LENGTH)}`,
    });
    replaceAuthorization(req, `Bearer ${token}`);
  };
  return (req, res, next) => {
    swap(req).then(
      () => next(),
      error => {
        if (error instanceof HttpProblem) answer(error, req, res);
        else next(error);
      },
    );
  };
}

function bringsMachineIdentity(req: Request): boolean {
  if (req.method === 'GET' && req.path === USER_INFO_PATH) return false;
  return readPortalTokens(req.headers).some(token => {
    const sub = readUnverifiedClaims(token)?.sub;
    // Lower case, as the portal reads entity refs.
    return typeof sub === 'string' && isMachineRef(sub.toLowerCase());
  });
}

/** Also where Node keeps headers as they came, so that no log ever shows the credential. */
function replaceAuthorization(req: Request, value: string): void {
  req.headers.authorization = value;
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    if (req.rawHeaders[i].toLowerCase() === 'authorization') {
      req.rawHeaders[i + 1] = value;
    }
  }
}

function answer(problem: HttpProblem, req: Request, res: Response): void {
  const language = readLanguage(req);
  const { retryAfterSeconds } = problem.options;
  if (retryAfterSeconds) res.set('Retry-After', String(retryAfterSeconds));
  if (problem.statusCode === 401) {
    // RFC 6750, section 3.1
    res.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  }
  res.vary('Accept-Language');
  res
    .status(problem.statusCode)
    .set({ 'Content-Language': language, 'Cache-Control': 'no-store' })
    .type('application/problem+json')
    .send(JSON.stringify(problem.toProblem(language)));
}
