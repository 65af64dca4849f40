import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** What is wrong with one part of a request. */
export interface FieldError {
  in: string;
  location: string;
  code: string;
  detail: string;
}

/** An error that the caller gets to see, in words that help. */
export class ProblemError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, detail: string) {
    super(detail);
    this.statusCode = statusCode;
  }
}

/** An answer as RFC 9457 has it (application/problem+json). */
export function sendProblem(
  reply: FastifyReply,
  problem: { status: number; detail: string; errors?: FieldError[] },
): FastifyReply {
  const { status, detail, errors } = problem;
  const body = {
    status,
    title: STATUS_CODES[status] ?? 'Error',
    detail,
    ...(errors && { errors }),
  };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}

function toFieldErrors(error: FastifyError): FieldError[] {
  const place = error.validationContext === 'params' ? 'path' : error.validationContext;
  return (error.validation ?? []).map(({ instancePath, keyword, message, params }) => ({
    in: place === 'querystring' ? 'query' : (place ?? 'body'),
    location: String(params.additionalProperty ?? params.missingProperty ?? instancePath.slice(1)),
    code: keyword,
    detail: message ?? keyword,
  }));
}

/** Converts every error. What went wrong on our side is in the log, not in the answer. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error.validation) {
    return sendProblem(reply, {
      status: 400,
      detail: 'Het verzoek klopt niet.',
      errors: toFieldErrors(error),
    });
  }
  const status = error.statusCode ?? 500;
  if (status < 500) {
    return sendProblem(reply, { status, detail: error.message });
  }
  request.log.error({ error: error.stack }, 'unexpected error');
  return sendProblem(reply, { status: 500, detail: 'Er ging bij ons iets mis.' });
}
