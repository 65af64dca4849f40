import type { RequestHandler } from 'express';
import { frontDoorProblems } from '../problems';

/** Of an API, in every spelling in which Express finds it. */
const API_PATH = /^\/*api(?:\/|$)/i;

/**
 * Answers a call with two slashes in a row in its path as one to an address that
 * does not exist.
 *
 * @remarks
 * Where one router of Express is mounted in another, a slash more is let through:
 * `/api/catalog//locations` is `/locations` of the catalog. What stands before the
 * plugins knows whole paths, so that with such a slash a call would get past every
 * guard and limit.
 *
 * @internal
 */
export function createPathGuard(): RequestHandler {
  const refusal = frontDoorProblems.problem(404, 'route-not-found');
  return ({ path }, _res, next) => {
    next(API_PATH.test(path) && path.includes('//') ? refusal : undefined);
  };
}
