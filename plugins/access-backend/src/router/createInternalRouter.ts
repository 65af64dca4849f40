import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { createProblemMiddleware, handle } from '@nerds/http-api';
import express, { Router, type Request } from 'express';
import type { PolicyService } from '../services/PolicyService';
import { parseSignIn } from './requests/parseSignIn';

/** Somebody may be in thousands of groups; an entity ref is at most some 130 bytes. */
const SIGN_IN_LIMIT = '2mb';

/**
 * What other plugins of the portal ask and tell; nobody else gets in, not even
 * a program with a token that the configuration allows.
 *
 * @internal
 */
export function createInternalRouter(options: {
  policy: PolicyService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
}): Router {
  const { policy, httpAuth, logger } = options;
  const requirePlugin = async (req: Request) => {
    const { principal } = await httpAuth.credentials(req, {
      allow: ['service'],
    });
    if (!principal.subject.startsWith('plugin:')) {
      throw new NotAllowedError('Only plugins of the portal may ask this');
    }
  };

  const router = Router();
  router.get(
    '/internal/policy-snapshot',
    handle(async (req, res) => {
      await requirePlugin(req);
      res.json(await policy.getSnapshot());
    }),
  );
  router.post(
    '/internal/sign-ins',
    express.json({ limit: SIGN_IN_LIMIT }),
    handle(async (req, res) => {
      await requirePlugin(req);
      res.json(await policy.recordSignIn(parseSignIn(req.body)));
    }),
  );
  router.use('/internal', createProblemMiddleware({ logger }));
  return router;
}
