import express, { type RequestHandler } from 'express';
import { ProblemError } from '../../domain/ProblemError';

/** Far more than any valid body; what does not fit is not read at all. */
const LIMIT = { bytes: 16 * 1024, text: '16 kB' };

/** Reads a JSON body, and refuses every other with the right code. @internal */
export function createJsonBodyMiddleware(): RequestHandler {
  const parseJson = express.json({ limit: LIMIT.bytes, strict: false });
  return (req, res, next) => {
    // null: there is no body, which the parser of the request answers.
    if (req.is('application/json') === false) {
      next(new ProblemError({ status: 415, code: 'content-type-not-json' }));
    } else {
      parseJson(req, res, next);
    }
  };
}

/**
 * What is wrong with a body that could not be read, by the `type` that the
 * body parser of Express gives its errors.
 * @internal
 */
export function toBodyProblem(type: unknown): ProblemError | undefined {
  switch (type) {
    case 'entity.too.large':
      return new ProblemError({
        status: 413,
        code: 'body-too-large',
        values: { limit: LIMIT.text },
      });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new ProblemError({ status: 415, code: 'content-type-not-json' });
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return new ProblemError({ status: 400, code: 'body-not-json' });
    default:
      return undefined;
  }
}
