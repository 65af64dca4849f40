import type { RequestHandler } from 'express';
import { setCaller } from './Caller';
import type { CallerVerifier } from './CallerVerifier';

const BEARER = /^Bearer\s+(\S+)$/i;
/** Where the pages of the documentation have it, in a token that can only read. */
const COOKIE = /(?:^|;\s*)backstage-auth=([^;]+)/;
const LOCAL = /^(::1|(::ffff:)?127\.)/;

/** Finds out who the caller is; for {@link getCaller}. @internal */
export function createCallerMiddleware(
  verifier: CallerVerifier,
): RequestHandler {
  return (req, _res, next) => {
    const token =
      BEARER.exec(req.headers.authorization ?? '')?.[1] ??
      COOKIE.exec(req.headers.cookie ?? '')?.[1];
    if (!token) {
      next();
      return;
    }
    const isLocal = LOCAL.test(req.ip ?? '');
    verifier.verify(token, { isLocal }).then(caller => {
      setCaller(req, caller);
      next();
    }, next);
  };
}
