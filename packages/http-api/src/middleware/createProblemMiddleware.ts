import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { getRequestContext } from '@nerds/request-context';
import type { ErrorRequestHandler } from 'express';
import { readLanguage } from '../language';
import { COMMON_PROBLEM_CODES } from '../problems/commonProblemCodes';
import type { HttpProblem } from '../problems/HttpProblem';
import { ProblemFactory } from '../problems/ProblemFactory';
import { toBodyProblem } from './createJsonBodyMiddleware';

const problems = new ProblemFactory(COMMON_PROBLEM_CODES);

/** Seconds after which it makes sense to try again what was unavailable. */
const RETRY_AFTER_SECONDS = 10;

/**
 * Answers every error as RFC 9457 problem details, in the language of the
 * caller. What was not made for people goes to the log, and people get the
 * number to find it by.
 *
 * @param options - `toProblem` knows the errors of one API; what it leaves
 *   undefined is handled as in every other
 * @public
 */
export function createProblemMiddleware(options: {
  logger: LoggerService;
  toProblem?: (error: Error) => HttpProblem | undefined;
}): ErrorRequestHandler {
  const { logger, toProblem = () => undefined } = options;
  const toHttpProblem = (error: unknown): HttpProblem => {
    const known = isError(error)
      ? toProblem(error) ?? toKnownProblem(error)
      : undefined;
    if (known) return known;
    const correlationId = getRequestContext()?.correlationId ?? randomUUID();
    logger.error(
      `Request failed, correlation id ${correlationId}`,
      isError(error) ? (error as Error) : new Error(String(error)),
    );
    return problems.problem(500, 'internal-error', { correlationId });
  };
  // Express knows an error handler by its four parameters.
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = toHttpProblem(error);
    const { retryAfterSeconds } = problem.options;
    if (retryAfterSeconds) res.set('Retry-After', String(retryAfterSeconds));
    if (problem.statusCode === 401) res.set('WWW-Authenticate', 'Bearer');
    res
      .status(problem.statusCode)
      .type('application/problem+json')
      .send(JSON.stringify(problem.toProblem(readLanguage(req))));
  };
}

function toKnownProblem(
  error: Error & { type?: unknown },
): HttpProblem | undefined {
  switch (error.name) {
    case 'HttpProblem':
      return error as HttpProblem;
    case 'AuthenticationError':
      return problems.problem(401, 'not-authenticated');
    case 'NotAllowedError':
      return problems.problem(403, 'not-allowed');
    case 'URIError':
      // The address is not even UTF-8.
      return problems.problem(404, 'route-not-found');
    case 'ServiceUnavailableError':
      return problems.problem(503, 'temporarily-unavailable', undefined, {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    default:
      return toBodyProblem(error.type);
  }
}
