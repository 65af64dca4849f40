import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { createProblemMiddleware, handle } from '@nerds/http-api';
import express, { Router, type Request } from 'express';
import { isUuid } from '../database/isUuid';
import type { SourceStore } from '../database/SourceStore';
import { problems } from '../domain/problems';
import {
  parseFinish,
  parseRegistration,
  parseStart,
} from './requests/parseReport';

/** A thousand errors of items, each with texts of at most a thousand characters. */
const OUTCOME_LIMIT = '10mb';

const PLUGIN_PREFIX = 'plugin:';

/**
 * What plugins tell of the sources that they run; nobody else gets in, not even
 * a program with a token that the configuration allows.
 *
 * @internal
 */
export function createInternalRouter(options: {
  store: Pick<SourceStore, 'registerSource' | 'recordAlive' | 'recordOutcome'>;
  keepRuns: number;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  now: () => Date;
}): Router {
  const { store, keepRuns, httpAuth, logger, now } = options;
  const requirePlugin = async (req: Request) => {
    const { principal } = await httpAuth.credentials(req, {
      allow: ['service'],
    });
    const { subject } = principal;
    if (!subject.startsWith(PLUGIN_PREFIX)) {
      throw new NotAllowedError('Only plugins of the portal may tell this');
    }
    // The plugin that tells is the one whose scheduler has the task.
    return subject.slice(PLUGIN_PREFIX.length);
  };
  const toReport = async <T>(req: Request, parse: (body: unknown) => T) => {
    const pluginId = await requirePlugin(req);
    const { runId } = req.params;
    if (!isUuid(runId)) throw problems.problem(404, 'run-not-found');
    return { runId, pluginId, message: parse(req.body), now: now() };
  };

  const router = Router();
  router.use('/internal', express.json({ limit: OUTCOME_LIMIT }));
  router.put(
    '/internal/sources/:id',
    handle(async (req, res) => {
      const pluginId = await requirePlugin(req);
      const source = parseRegistration(req.body);
      await store.registerSource({ ...source, pluginId }, now());
      res.status(204).end();
    }),
  );
  router.put(
    '/internal/runs/:runId',
    handle(async (req, res) => {
      await store.recordAlive(await toReport(req, parseStart));
      res.status(204).end();
    }),
  );
  router.put(
    '/internal/runs/:runId/outcome',
    handle(async (req, res) => {
      const report = await toReport(req, parseFinish);
      await store.recordOutcome(report, { keepRuns });
      res.status(204).end();
    }),
  );
  router.use('/internal', createProblemMiddleware({ logger }));
  return router;
}
