import {
  Router,
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
} from 'express';
import type { FrontDoorConfig } from '../config';
import { frontDoorProblems } from '../problems';

const KIB = 1024;

/**
 * How long the rest of a refused body is read and thrown away. A connection
 * that is closed at once takes the answer along before the caller has read it.
 */
const LINGER_MS = 5_000;

/** Carries the template's files. */
const LARGE_BODY_CALL = '/api/scaffolder/v2/dry-run';

/** Counts a body without a known length, before anybody reads it. */
function countBody(
  req: Request,
  options: { limitBytes: number; onTooLarge: () => void },
): void {
  let sizeBytes = req.readableLength;
  let isTooLarge = false;
  const push = req.push.bind(req);
  req.push = (chunk: Buffer | null, encoding) => {
    sizeBytes += chunk?.length ?? 0;
    if (sizeBytes <= options.limitBytes) return push(chunk, encoding);
    if (!isTooLarge) options.onTooLarge();
    isTooLarge = true;
    // Neither the rest nor the end: nobody may take a part for the whole.
    return true;
  };
}

function limitBody(
  limitBytes: number,
  answerProblem: ErrorRequestHandler,
): RequestHandler {
  const limit = `${Math.ceil(limitBytes / KIB)} kB`;
  return (req, res, next) => {
    const refuse = () => {
      req.resume();
      setTimeout(() => {
        if (!req.complete) req.destroy();
      }, LINGER_MS).unref();
      const problem = frontDoorProblems.problem(413, 'body-too-large', {
        limit,
      });
      // Not `next(problem)`: a body that is counted is refused long after next().
      answerProblem(problem, req, res, () => req.destroy());
    };
    const knownBytes = Number(req.headers['content-length'] ?? 0);
    // What came in while the limits before this one were looked up waits already.
    if (Math.max(knownBytes, req.readableLength) > limitBytes) {
      refuse();
      return;
    }
    if (req.headers['transfer-encoding'] !== undefined) {
      countBody(req, { limitBytes, onTooLarge: refuse });
    }
    next();
  };
}

/**
 * Refuses bodies that are too large, before any plugin reads them.
 *
 * @param options - `answerProblem` answers a refusal
 * @internal
 */
export function createBodyLimit(options: {
  limits: FrontDoorConfig['bodyLimits'];
  answerProblem: ErrorRequestHandler;
}): Router {
  const { limits, answerProblem } = options;
  const router = Router();
  router.post(
    LARGE_BODY_CALL,
    limitBody(limits.templateBytes, answerProblem),
    (_req, _res, next) => next('router'),
  );
  router.use(limitBody(limits.defaultBytes, answerProblem));
  return router;
}
