import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  LocalizedText,
  Problem,
  Language,
} from '@nerds/plugin-free-tier-common';
import type { ErrorRequestHandler } from 'express';
import {
  ProblemError,
  toFieldProblem,
  toProblemDetail,
} from '../../domain/ProblemError';
import { readLanguage } from '../language';
import { toBodyProblem } from './createJsonBodyMiddleware';

/** Seconds after which it makes sense to try again when a host cluster is down. */
const RETRY_AFTER_SECONDS = 10;

const TITLES: Record<number, LocalizedText> = {
  400: { nl: 'Het verzoek klopt niet', en: 'The request is not valid' },
  401: { nl: 'Niet aangemeld', en: 'Not signed in' },
  403: { nl: 'Niet toegestaan', en: 'Not allowed' },
  404: { nl: 'Niet gevonden', en: 'Not found' },
  409: { nl: 'Kan nu niet', en: 'Not possible now' },
  413: { nl: 'Te groot', en: 'Too large' },
  415: { nl: 'Onbekende vorm', en: 'Unknown format' },
  500: { nl: 'Fout in het portaal', en: 'Fault in the portal' },
  503: { nl: 'Tijdelijk niet beschikbaar', en: 'Temporarily unavailable' },
};

/**
 * Answers every error as RFC 9457 problem details, in the language of the
 * caller. What was not made for people goes to the log, and people get the
 * number to find it by.
 * @internal
 */
export function createProblemMiddleware(
  logger: LoggerService,
): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = toProblemError(error, logger);
    const { retryAfterSeconds } = problem.options;
    if (retryAfterSeconds) res.set('Retry-After', String(retryAfterSeconds));
    if (problem.statusCode === 401) res.set('WWW-Authenticate', 'Bearer');
    res
      .status(problem.statusCode)
      .type('application/problem+json')
      .send(JSON.stringify(toProblem(problem, readLanguage(req))));
  };
}

function toProblem({ options }: ProblemError, language: Language): Problem {
  return {
    type: `urn:nerds:problem:${options.code}`,
    title: (TITLES[options.status] ?? TITLES[500])[language],
    status: options.status,
    detail: toProblemDetail(options, language),
    code: options.code,
    ...(options.findings && {
      errors: options.findings.map(finding =>
        toFieldProblem(finding, language),
      ),
    }),
  };
}

function toProblemError(error: unknown, logger: LoggerService): ProblemError {
  const known = isError(error) ? toKnownProblem(error) : undefined;
  if (known) return known;
  const correlationId = randomUUID();
  logger.error(
    `Request failed, correlation id ${correlationId}`,
    isError(error) ? (error as Error) : new Error(String(error)),
  );
  return new ProblemError({
    status: 500,
    code: 'internal-error',
    values: { correlationId },
  });
}

function toKnownProblem(
  error: Error & { type?: unknown; localizedMessage?: unknown },
): ProblemError | undefined {
  switch (error.name) {
    case 'ProblemError':
      return error as ProblemError;
    case 'AuthenticationError':
      return new ProblemError({ status: 401, code: 'not-authenticated' });
    case 'NotAllowedError':
      return new ProblemError({ status: 403, code: 'not-allowed' });
    case 'URIError':
      // The address is not even UTF-8.
      return new ProblemError({ status: 404, code: 'route-not-found' });
    case 'ServiceUnavailableError':
    case 'HostClusterForbiddenError':
    case 'HostClusterQuotaError':
      return error.localizedMessage
        ? new ProblemError({
            status: 503,
            code: 'host-cluster-unavailable',
            detail: error.localizedMessage as LocalizedText,
            retryAfterSeconds: RETRY_AFTER_SECONDS,
          })
        : undefined;
    default:
      return toBodyProblem(error.type);
  }
}
