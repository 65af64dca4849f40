import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';

/** A slash or backslash inside a part of a path. */
const HIDDEN_SEPARATOR = /%2f|%5c/i;

/**
 * Keeps published pages with an encoded slash in their address from being found.
 *
 * @remarks
 * TechDocs looks who may see the entity that the parts of the address name, and
 * publishers decode once more after that: `open/..%2fapart/index.html` is asked for
 * as a page of `open`, and found as one of `apart`. No page has such an address.
 *
 * @internal
 */
export function createContentGuard(): Router {
  const router = Router();
  router.use('/static/docs', ({ path }, _res, next) => {
    next(
      HIDDEN_SEPARATOR.test(path)
        ? new NotFoundError('There is no such page')
        : undefined,
    );
  });
  return router;
}
