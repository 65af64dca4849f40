import { Router, type Request, type RequestHandler } from 'express';
import {
  ipKeyGenerator,
  rateLimit,
  type RateLimitRequestHandler,
} from 'express-rate-limit';
import { getCaller } from '../callers/Caller';
import type { FrontDoorConfig } from '../config';
import { frontDoorProblems } from '../problems';
import { EXPENSIVE_CALLS, SIGN_IN_CALLS } from './expensiveCalls';

const API = '/api';

interface LimitOptions {
  /** In the RateLimit headers, so that programs can tell the limits apart. */
  name: string;
  windowMs: number;
  limit: number;
  /** What is counted together. */
  key: (req: Request) => string;
  skip: (req: Request) => boolean;
}

function createLimit(options: LimitOptions): RateLimitRequestHandler {
  const { name, windowMs, limit, key, skip } = options;
  return rateLimit({
    identifier: name,
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: key,
    skip,
    // `trust proxy` is configuration of the whole portal, checked nowhere else either.
    validate: { trustProxy: false, xForwardedForHeader: false },
    handler: (_req, _res, next) =>
      next(frontDoorProblems.problem(429, 'too-many-requests')),
  });
}

const toAddress = (req: Request) => ipKeyGenerator(req.ip ?? 'unknown');
const toPerson = (req: Request) => getCaller(req)?.ref ?? 'unknown';
const isSignedIn = (req: Request) => getCaller(req) !== undefined;
const isPerson = (req: Request) => getCaller(req)?.kind === 'person';
const isPlugin = (req: Request) => getCaller(req)?.kind === 'plugin';

/**
 * Limits per address, for before anybody is asked who a machine is.
 *
 * @param options - `isExempt`: requests of the front door to itself
 * @internal
 */
export function createAddressLimits(options: {
  limits: FrontDoorConfig['rateLimits'];
  isExempt: (req: Request) => boolean;
}): Router {
  const { general, expensive, signIn } = options.limits;
  const router = Router();
  router.all(
    SIGN_IN_CALLS,
    createLimit({
      name: 'sign-in-address',
      windowMs: signIn.windowMs,
      limit: signIn.perAddress,
      key: toAddress,
      skip: options.isExempt,
    }),
  );
  onExpensiveCalls(
    router,
    createLimit({
      name: 'expensive-address',
      windowMs: expensive.windowMs,
      limit: expensive.perAddress,
      key: toAddress,
      skip: isPlugin,
    }),
  );
  router.use(
    API,
    createLimit({
      name: 'address',
      windowMs: general.windowMs,
      limit: general.perAddress,
      key: toAddress,
      // A whole office may share one address: whoever signed in counts alone.
      skip: req => isSignedIn(req) || options.isExempt(req),
    }),
  );
  return router;
}

/** Limits per person or machine, for after its identity is known. @internal */
export function createPersonLimits(options: {
  limits: FrontDoorConfig['rateLimits'];
}): Router {
  const { general, expensive } = options.limits;
  const skip = (req: Request) => !isPerson(req);
  const router = Router();
  onExpensiveCalls(
    router,
    createLimit({
      name: 'expensive-person',
      windowMs: expensive.windowMs,
      limit: expensive.perPerson,
      key: toPerson,
      skip,
    }),
  );
  router.use(
    API,
    createLimit({
      name: 'person',
      windowMs: general.windowMs,
      limit: general.perPerson,
      key: toPerson,
      skip,
    }),
  );
  return router;
}

function onExpensiveCalls(router: Router, limit: RequestHandler): void {
  // Express matches here as it does in the plugins, and the path guard refuses
  // what only they would match: no other spelling reaches them past the limit.
  router.get(EXPENSIVE_CALLS.get, limit);
  router.post(EXPENSIVE_CALLS.post, limit);
}
