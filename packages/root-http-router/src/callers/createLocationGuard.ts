import { Router } from 'express';
import { frontDoorProblems } from '../problems';
import { isTokenOfSomebody } from './isTokenOfSomebody';
import { readToken } from './readToken';

const LOCATION = '/api/catalog/locations/:id';

/**
 * Keeps a registered location of the catalog what it is: Backstage lets whoever
 * may register one point any other elsewhere, and with it replace what another
 * team registered. Removing one has a permission of its own; this has not.
 *
 * @remarks
 * After machine access, because a machine has its token of the portal only then.
 *
 * @internal
 */
export function createLocationGuard(): Router {
  const refusal = frontDoorProblems.problem(403, 'location-is-fixed');
  const router = Router();
  router.put(LOCATION, (req, _res, next) => {
    const token = readToken(req);
    next(token && isTokenOfSomebody(token) ? refusal : undefined);
  });
  return router;
}
