import type { LoggerService } from '@backstage/backend-plugin-api';
import { readLanguage } from '@nerds/http-api';
import { getRequestContext } from '@nerds/request-context';
import type { Request, RequestHandler } from 'express';
import { frontDoorProblems } from '../problems';
import { captureErrors, type CapturedAnswer } from './AnswerCapture';
import { cleanErrorBody, holdsStackTrace } from './cleanErrorBody';

const JSON_TYPE = 'application/json; charset=utf-8';
/** Of an error that says what people can do about it, and is part of Backstage's API. */
const KNOWN_NAMES = ['NotImplementedError', 'ServiceUnavailableError'];
const MAX_LOGGED_CHARACTERS = 500;

/** The request as it came in: plugins change `req.path` while they route. */
interface Call {
  req: Request;
  path: string;
}

interface ErrorBody {
  error?: { name?: unknown; message?: unknown };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON after all; then it is not shown.
    return undefined;
  }
}

function selectCode(status: number) {
  if (status < 500) return 'request-refused';
  return [502, 503, 504].includes(status)
    ? 'portal-unavailable'
    : 'internal-error';
}

/** In the shape of Backstage's errors, which is what its clients read. */
function buildGeneralBody(call: Call, status: number, name: string): string {
  const correlationId = getRequestContext()?.correlationId ?? '';
  const { options } = frontDoorProblems.problem(status, selectCode(status), {
    correlationId,
  });
  return JSON.stringify({
    error: { name, message: options.detail[readLanguage(call.req)] },
    request: { method: call.req.method, url: call.path },
    response: { statusCode: status },
  });
}

/** For the people who run the portal: what the caller does not see. */
function logOriginal(
  logger: LoggerService,
  { req, path }: Call,
  { status, body }: CapturedAnswer,
): void {
  const error = (parse(body) as ErrorBody | undefined)?.error;
  const text = error ? `${error.name}: ${error.message}` : body;
  const shown = text.slice(0, MAX_LOGGED_CHARACTERS);
  logger.error(`${req.method} ${path} answered ${status}; withheld: ${shown}`, {
    correlationId: getRequestContext()?.correlationId,
  });
}

function cleanRefusal(call: Call, answer: CapturedAnswer) {
  const { status, contentType, body } = answer;
  const general = () => ({
    contentType: JSON_TYPE,
    body: buildGeneralBody(call, status, 'Error'),
  });
  if (body === '') return undefined;
  if (/json/i.test(contentType)) {
    const parsed = parse(body);
    if (parsed === undefined) return general();
    return { contentType, body: JSON.stringify(cleanErrorBody(parsed)) };
  }
  // An error page of Express, or a text with more in it than a sentence.
  return /html/i.test(contentType) || holdsStackTrace(body)
    ? general()
    : undefined;
}

/**
 * Lets no stack trace, upstream answer or other inner detail out in an error.
 * Our own problem details (RFC 9457) have none and stay as they are.
 *
 * @internal
 */
export function createAnswerFilter(options: {
  logger: LoggerService;
}): RequestHandler {
  const { logger } = options;
  return (req, res, next) => {
    const call = { req, path: req.path };
    captureErrors(res, answer => {
      const { status, contentType, body } = answer;
      if (contentType.startsWith('application/problem+json')) return undefined;
      if (status < 500) return cleanRefusal(call, answer);
      logOriginal(logger, call, answer);
      const { name } = (parse(body) as ErrorBody | undefined)?.error ?? {};
      const known = KNOWN_NAMES.find(candidate => candidate === name);
      return {
        contentType: JSON_TYPE,
        body: buildGeneralBody(call, status, known ?? 'Error'),
      };
    });
    next();
  };
}
