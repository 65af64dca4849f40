import { tokenTypes } from '@backstage/plugin-auth-node';
import { Router } from 'express';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { frontDoorProblems } from '../problems';
import { getCaller } from './Caller';
import { readToken } from './readToken';

/**
 * What the auth plugin has to leave open to plugins, and leaves open to
 * everybody: it checks no route of its own at its door.
 */
const NOT_FOR_STRANGERS = [
  '/api/auth/.backstage/actions',
  '/api/auth/.well-known/backstage/permissions',
];

/** Whether a token says that it is of a user, but of another portal or for something else. */
function isForElsewhere(token: string, issuer: string): boolean {
  try {
    if (decodeProtectedHeader(token).typ !== tokenTypes.user.typParam) {
      return false;
    }
    const { aud, iss } = decodeJwt(token);
    return aud !== tokenTypes.user.audClaim || iss !== issuer;
  } catch {
    // No token of the portal at all, which the plugins find out.
    return false;
  }
}

/**
 * Refuses what Backstage would take: it checks the signature of a user's
 * token, and neither for whom nor by whom it was made.
 *
 * @param options - `issuer` of the portal's own tokens
 * @internal
 */
export function createTokenGuard(options: { issuer: string }): Router {
  const refusal = frontDoorProblems.problem(401, 'not-authenticated');
  const router = Router();
  router.use((req, _res, next) => {
    const token = readToken(req);
    next(token && isForElsewhere(token, options.issuer) ? refusal : undefined);
  });
  router.use(NOT_FOR_STRANGERS, (req, _res, next) => {
    next(getCaller(req) ? undefined : refusal);
  });
  return router;
}
