import type { Request, RequestHandler } from 'express';
import { setCaller } from './Caller';
import type { CallerVerifier } from './CallerVerifier';
import { readToken } from './readToken';

const PLUGIN_PATH = /^\/api\/([^/]+)/i;
const LOCAL = /^(::1|(::ffff:)?127\.)/;

/**
 * Finds out who the caller is; for {@link getCaller}.
 *
 * @remarks
 * May stand in the chain twice: it checks a request again only if that got
 * another token in between.
 *
 * @internal
 */
export function createCallerMiddleware(
  verifier: CallerVerifier,
): RequestHandler {
  const verified = new WeakMap<Request, string>();
  return (req, _res, next) => {
    const token = readToken(req);
    const target = PLUGIN_PATH.exec(req.path)?.[1].toLowerCase();
    if (!token || !target || verified.get(req) === token) {
      next();
      return;
    }
    verified.set(req, token);
    const isLocal = LOCAL.test(req.ip ?? '');
    verifier.verify(token, { isLocal, target }).then(caller => {
      setCaller(req, caller);
      next();
    }, next);
  };
}
