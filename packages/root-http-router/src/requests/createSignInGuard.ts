import { decodeOAuthState } from '@backstage/plugin-auth-node';
import { Router, type Request } from 'express';
import { frontDoorProblems } from '../problems';

function isOneOf(address: unknown, origins: string[]): boolean {
  if (address === undefined) return true;
  // A parameter that comes twice, or is an object, is nobody's honest link.
  if (typeof address !== 'string') return false;
  try {
    return origins.includes(new URL(address, origins[0]).origin);
  } catch {
    return false;
  }
}

/** Where the state that a provider sent back makes the browser go. */
function readStateRedirect(req: Request): unknown {
  try {
    return decodeOAuthState(String(req.query.state)).redirectUrl;
  } catch {
    // No state that can be read: the provider's handler refuses it itself.
    return undefined;
  }
}

/**
 * Refuses to start or end a sign-in that returns elsewhere than to the portal.
 *
 * @remarks
 * The auth plugin sends the browser to `redirectUrl` as it is, and does so
 * even when the nonce is wrong, so a link to the portal could lead to any site.
 *
 * @param options - `origins` are those of the portal itself
 * @internal
 */
export function createSignInGuard(options: { origins: string[] }): Router {
  const { origins } = options;
  const router = Router();
  router.get('/api/auth/:provider/start', (req, _res, next) => {
    const { redirectUrl, origin } = req.query;
    const isFine = isOneOf(redirectUrl, origins) && isOneOf(origin, origins);
    next(
      isFine ? undefined : frontDoorProblems.problem(400, 'foreign-redirect'),
    );
  });
  router.all('/api/auth/:provider/handler/frame', (req, _res, next) => {
    const isFine = isOneOf(readStateRedirect(req), origins);
    next(
      isFine ? undefined : frontDoorProblems.problem(400, 'foreign-redirect'),
    );
  });
  return router;
}
