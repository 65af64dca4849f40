import {
  createJsonBodyMiddleware,
  handle,
  readLanguage,
} from '@nerds/http-api';
import type { Router } from 'express';
import { toHttpFinding } from '../domain/ProblemError';
import type { ClusterService } from '../services/ClusterService';
import { toClusterAnswer, toEventAnswers } from './answers';
import { getCaller } from './getCaller';
import {
  parseClusterQuery,
  requireNoQuery,
} from './requests/parseClusterQuery';
import { parseClusterRequest } from './requests/parseClusterRequest';
import { parseIdempotencyKey } from './requests/parseIdempotencyKey';

/** Asking for clusters, looking at them, ending them. @internal */
export function addClusterRoutes(
  router: Router,
  service: ClusterService,
): void {
  const jsonBody = createJsonBodyMiddleware();

  router.get(
    '/clusters',
    handle(async (req, res) => {
      const query = parseClusterQuery(req.query);
      const views = await service.listClusters(query, getCaller(res));
      const language = readLanguage(req);
      res.json({ items: views.map(view => toClusterAnswer(view, language)) });
    }),
  );

  router.post(
    '/clusters',
    jsonBody,
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const idempotencyKey = parseIdempotencyKey(req.get('Idempotency-Key'));
      const { view, created } = await service.createCluster(
        parseClusterRequest(req.body),
        { idempotencyKey },
        getCaller(res),
      );
      res
        .status(created ? 201 : 200)
        .location(`${req.baseUrl}/clusters/${view.cluster.id}`)
        .json(toClusterAnswer(view, readLanguage(req)));
    }),
  );

  router.post(
    '/cluster-checks',
    jsonBody,
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const { findings, teamQuota } = await service.checkCluster(
        parseClusterRequest(req.body),
        getCaller(res),
      );
      const language = readLanguage(req);
      res.json({
        valid: findings.length === 0,
        problems: findings.map(toHttpFinding).map(finding => ({
          ...finding,
          detail: finding.detail[language],
        })),
        teamQuota,
      });
    }),
  );

  router.get(
    '/clusters/:id',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const view = await service.getCluster(req.params.id, getCaller(res));
      res.json(toClusterAnswer(view, readLanguage(req)));
    }),
  );

  router.delete(
    '/clusters/:id',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const view = await service.deleteCluster(req.params.id, getCaller(res));
      res.status(202).json(toClusterAnswer(view, readLanguage(req)));
    }),
  );

  router.post(
    '/clusters/:id/retries',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const view = await service.retryCluster(req.params.id, getCaller(res));
      res.status(202).json(toClusterAnswer(view, readLanguage(req)));
    }),
  );

  router.get(
    '/clusters/:id/events',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const history = await service.getHistory(req.params.id, getCaller(res));
      res.json({ items: toEventAnswers(history, readLanguage(req)) });
    }),
  );
}
