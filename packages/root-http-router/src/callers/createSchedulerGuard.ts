import { Router } from 'express';
import { frontDoorProblems } from '../problems';
import { isTokenOfSomebody } from './isTokenOfSomebody';
import { readToken } from './readToken';

/** Every plugin has it, for its scheduled tasks. */
const SCHEDULER = '/api/:plugin/.backstage/scheduler';

/**
 * Leaves the scheduled tasks of plugins to plugins: Backstage lets whoever is
 * signed in list them with the errors of their last runs, start them and stop
 * them, and asks no permission.
 *
 * @remarks
 * After machine access, because a machine has its token of the portal only then.
 *
 * @internal
 */
export function createSchedulerGuard(): Router {
  const refusal = frontDoorProblems.problem(403, 'tasks-are-for-plugins');
  const router = Router();
  router.use(SCHEDULER, (req, _res, next) => {
    const token = readToken(req);
    next(token && isTokenOfSomebody(token) ? refusal : undefined);
  });
  return router;
}
