import { tokenTypes } from '@backstage/plugin-auth-node';
import { Router } from 'express';
import { decodeProtectedHeader } from 'jose';
import { frontDoorProblems } from '../problems';
import { readToken } from './readToken';

/** Every plugin has it, for its scheduled tasks. */
const SCHEDULER = '/api/:plugin/.backstage/scheduler';

const OF_PEOPLE: unknown[] = [
  tokenTypes.user.typParam,
  tokenTypes.limitedUser.typParam,
];

function isOfSomebody(token: string): boolean {
  try {
    return OF_PEOPLE.includes(decodeProtectedHeader(token).typ);
  } catch {
    // No token of the portal at all, which the plugins find out.
    return false;
  }
}

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
    next(token && isOfSomebody(token) ? refusal : undefined);
  });
  return router;
}
