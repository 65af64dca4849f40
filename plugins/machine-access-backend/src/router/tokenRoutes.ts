import {
  createJsonBodyMiddleware,
  handle,
  readLanguage,
} from '@nerds/http-api';
import type { CreatedMachineToken } from '@nerds/plugin-machine-access-common';
import type { Router } from 'express';
import type { TokenService } from '../services/TokenService';
import {
  toPermissionAnswers,
  toTokenAnswer,
  toWorkloadIdentityAnswer,
} from './answers';
import { getCaller } from './getCaller';
import { parseTokenQuery, requireNoQuery } from './requests/parseTokenQuery';
import { parseTokenRequest } from './requests/parseTokenRequest';

/** Making tokens, looking at them, revoking them. @internal */
export function addTokenRoutes(
  router: Router,
  options: { service: TokenService; maxLifetimeDays: number },
): void {
  const { service, maxLifetimeDays } = options;

  router.get(
    '/permissions',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      res.json({ items: toPermissionAnswers(readLanguage(req)) });
    }),
  );

  router.get(
    '/tokens',
    handle(async (req, res) => {
      const query = parseTokenQuery(req.query);
      const views = await service.listTokens(query, getCaller(res));
      res.json({ items: views.map(toTokenAnswer) });
    }),
  );

  router.post(
    '/tokens',
    createJsonBodyMiddleware(),
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const { view, secret } = await service.createToken(
        parseTokenRequest(req.body, maxLifetimeDays),
        getCaller(res),
      );
      const created: CreatedMachineToken = {
        token: toTokenAnswer(view),
        secret,
      };
      res
        .status(201)
        .location(`${req.baseUrl}/tokens/${view.token.id}`)
        .json(created);
    }),
  );

  router.get(
    '/tokens/:id',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const view = await service.getToken(req.params.id, getCaller(res));
      res.json(toTokenAnswer(view));
    }),
  );

  router.delete(
    '/tokens/:id',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      await service.revokeToken(req.params.id, getCaller(res));
      res.status(204).end();
    }),
  );

  router.get(
    '/workload-identities',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const identities = await service.listWorkloadIdentities(getCaller(res));
      res.json({ items: identities.map(toWorkloadIdentityAnswer) });
    }),
  );
}
