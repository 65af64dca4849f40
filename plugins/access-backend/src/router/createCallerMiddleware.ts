import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, RequestHandler, Response } from 'express';
import type { Caller, CallerResolver } from '../services/Caller';

/**
 * Lets signed-in people through and nobody else.
 *
 * @param callers - finds out of which teams they are
 * @internal
 */
export function createCallerMiddleware(
  httpAuth: HttpAuthService,
  callers: CallerResolver,
): RequestHandler {
  const resolveCaller = async (req: Request, res: Response) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.locals.caller = await callers.resolveCaller(credentials, req);
  };
  return (req, res, next) => {
    resolveCaller(req, res).then(() => next(), next);
  };
}

/** The caller that {@link createCallerMiddleware} let through. @internal */
export function getCaller(res: Response): Caller {
  return res.locals.caller;
}
