import express, { Router } from 'express';
import { withoutFiles } from '../domain/withoutFiles';

/**
 * Keeps the catalog's own check of an entity from reading files for it.
 *
 * @remarks
 * Whoever asks for the check also says where the entity would be, and so which
 * repository would be its own: with the account of the portal it could read every
 * file of every repository, and put it in the message about what is wrong. And the
 * right to check is no right to have a location read: an auditor has only the first.
 *
 * @internal
 */
export function createValidationGuard(): Router {
  const router = Router();
  router.post('/validate-entity', express.json(), (req, _res, next) => {
    if (req.body?.entity) {
      req.body.entity = withoutFiles(req.body.entity);
    }
    next();
  });
  return router;
}
