import express, { type RequestHandler } from 'express';
import { COMMON_PROBLEM_CODES } from '../problems/commonProblemCodes';
import type { HttpProblem } from '../problems/HttpProblem';
import { ProblemFactory } from '../problems/ProblemFactory';

/** Far more than any valid body; what does not fit is not read at all. */
const LIMIT = { bytes: 16 * 1024, text: '16 kB' };

const problems = new ProblemFactory(COMMON_PROBLEM_CODES);

/** Reads a JSON body of at most 16 kB, and refuses every other with the right code. @public */
export function createJsonBodyMiddleware(): RequestHandler {
  const parseJson = express.json({ limit: LIMIT.bytes, strict: false });
  return (req, res, next) => {
    // null: there is no body, which the parser of the request answers.
    if (req.is('application/json') === false) {
      next(problems.problem(415, 'content-type-not-json'));
    } else {
      parseJson(req, res, next);
    }
  };
}

/**
 * What is wrong with a body that could not be read, by the `type` that the
 * body parser of Express gives its errors.
 *
 * @internal
 */
export function toBodyProblem(type: unknown): HttpProblem | undefined {
  switch (type) {
    case 'entity.too.large':
      return problems.problem(413, 'body-too-large', { limit: LIMIT.text });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return problems.problem(415, 'content-type-not-json');
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return problems.problem(400, 'body-not-json');
    default:
      return undefined;
  }
}
