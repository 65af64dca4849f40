import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../services/Caller';

/** Lets signed-in people through and nobody else. @internal */
export function createCallerMiddleware(
  httpAuth: HttpAuthService,
): RequestHandler {
  const resolveCaller = async (req: Request, res: Response) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.locals.caller = { credentials, auditRequest: req };
  };
  return (req, res, next) => {
    resolveCaller(req, res).then(() => next(), next);
  };
}

/** The caller that {@link createCallerMiddleware} let through. @internal */
export function getCaller(res: Response): Caller {
  return res.locals.caller;
}
