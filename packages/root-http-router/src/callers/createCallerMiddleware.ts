import type { RequestHandler } from 'express';
import { setCaller } from './Caller';
import type { CallerVerifier } from './CallerVerifier';
import { readToken } from './readToken';

const PLUGIN_PATH = /^\/api\/([^/]+)/i;
const LOCAL = /^(::1|(::ffff:)?127\.)/;

/** Finds out who the caller is; for {@link getCaller}. @internal */
export function createCallerMiddleware(
  verifier: CallerVerifier,
): RequestHandler {
  return (req, _res, next) => {
    const token = readToken(req);
    const target = PLUGIN_PATH.exec(req.path)?.[1].toLowerCase();
    if (!token || !target) {
      next();
      return;
    }
    const isLocal = LOCAL.test(req.ip ?? '');
    verifier.verify(token, { isLocal, target }).then(caller => {
      setCaller(req, caller);
      next();
    }, next);
  };
}
