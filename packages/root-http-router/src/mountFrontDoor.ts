import { HostDiscovery } from '@backstage/backend-defaults/discovery';
import type { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { createProblemMiddleware } from '@nerds/http-api';
import type { AuditRecorder } from '@nerds/plugin-audit-log-node';
import {
  createMachineAccessMiddleware,
  isFrontDoorRequest,
  readFrontDoorOptions,
} from '@nerds/plugin-machine-access-node';
import { Router, type RequestHandler } from 'express';
import { createAnswerFilter } from './answers/createAnswerFilter';
import { createAuditMiddleware } from './audit/createAuditMiddleware';
import { RefusalLog } from './audit/RefusalLog';
import { CallerVerifier } from './callers/CallerVerifier';
import { createCallerMiddleware } from './callers/createCallerMiddleware';
import { createLocationGuard } from './callers/createLocationGuard';
import { createSchedulerGuard } from './callers/createSchedulerGuard';
import { createTokenGuard } from './callers/createTokenGuard';
import { closeConnections } from './closeConnections';
import { readFrontDoorConfig } from './config';
import { createCookieMiddleware } from './headers/createCookieMiddleware';
import { createSecurityHeadersMiddleware } from './headers/createSecurityHeadersMiddleware';
import { createBodyLimit } from './limits/createBodyLimit';
import {
  createAddressLimits,
  createPersonLimits,
} from './limits/createRateLimits';
import { frontDoorProblems } from './problems';
import { createPathGuard } from './requests/createPathGuard';
import { createRequestContextMiddleware } from './requests/createRequestContextMiddleware';
import { createRequestLogMiddleware } from './requests/createRequestLogMiddleware';
import { createSecurityTxtRouter } from './requests/createSecurityTxtRouter';
import { createSignInGuard } from './requests/createSignInGuard';

type Options = NonNullable<Parameters<typeof rootHttpRouterServiceFactory>[0]>;
type Context = Parameters<NonNullable<Options['configure']>>[0];

const FLUSH_INTERVAL_MS = 15_000;

/** What the front door needs besides what the HTTP router gives. @internal */
export interface FrontDoorDeps {
  recorder: AuditRecorder;
  /** Where the portal's own APIs are; default: this process. */
  discovery?: DiscoveryService;
}

/** Everything that stands between the outside and the plugins, in order. */
function createGuards(context: Context, deps: FrontDoorDeps): RequestHandler[] {
  const { config, logger, lifecycle } = context;
  const door = readFrontDoorConfig(config);
  const discovery = deps.discovery ?? HostDiscovery.fromConfig(config);
  const machines = readFrontDoorOptions(config);
  const callers = createCallerMiddleware(new CallerVerifier({ discovery }));
  const refusals = new RefusalLog({
    recorder: deps.recorder,
    perMinute: door.auditedRefusalsPerMinute,
  });
  const flush = setInterval(
    () => void refusals.flush(Date.now()),
    FLUSH_INTERVAL_MS,
  );
  lifecycle.addShutdownHook(async () => {
    clearInterval(flush);
    await refusals.flush(Infinity);
  });
  return [
    // before all that knows calls by their paths
    createPathGuard(),
    callers,
    createAuditMiddleware({ recorder: deps.recorder, refusals }),
    createAddressLimits({
      limits: door.rateLimits,
      isExempt: req => isFrontDoorRequest(req, machines.frontDoorKey),
    }),
    createTokenGuard({ issuer: new URL('/api/auth', door.baseUrl).href }),
    createSignInGuard(door),
    createBodyLimit({
      limits: door.bodyLimits,
      answerProblem: createProblemMiddleware({ logger }),
    }),
    createMachineAccessMiddleware({
      ...machines,
      exchangeUrl: async () =>
        `${await discovery.getBaseUrl('auth')}/machine/refresh`,
      logger,
    }),
    // again: a machine has become somebody only now
    callers,
    createSchedulerGuard(),
    createLocationGuard(),
    createPersonLimits({ limits: door.rateLimits }),
  ];
}

const answerNotFound: RequestHandler = (_req, _res, next) =>
  next(frontDoorProblems.problem(404, 'route-not-found'));

/**
 * Puts the front door before the routes of the plugins.
 *
 * @internal
 */
export function mountFrontDoor(context: Context, deps: FrontDoorDeps): void {
  const { app, server, lifecycle, middleware, config } = context;
  const logger = context.logger.child({ service: 'frontDoor' });
  const { baseUrl, securityTxt } = readFrontDoorConfig(config);
  const isHttps = baseUrl.protocol === 'https:';
  const door = Router();
  door.use(
    createRequestContextMiddleware(),
    createSecurityHeadersMiddleware({ isHttps }),
    createCookieMiddleware({ isHttps }),
    // before the log: it is asked every few seconds
    context.healthRouter,
    createRequestLogMiddleware({ logger }),
    createSecurityTxtRouter({ fields: securityTxt, baseUrl }),
    middleware.cors(),
    middleware.compression(),
    createAnswerFilter({ logger }),
    ...createGuards({ ...context, logger }, deps),
    context.routes,
    answerNotFound,
    createProblemMiddleware({ logger }),
  );
  app.disable('x-powered-by');
  app.use(door);
  // For its settings (trust proxy, timeouts): the door answers everything, so
  // that no request gets to the handlers that this adds behind it.
  context.applyDefaults();
  lifecycle.addShutdownHook(() => closeConnections(server));
}
