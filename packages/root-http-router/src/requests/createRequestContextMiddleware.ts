import {
  createRequestContext,
  runInRequestContext,
} from '@nerds/request-context';
import type { RequestHandler } from 'express';

/**
 * Gives the request its number, which the answer carries as
 * `X-Correlation-Id`, and runs the rest as part of the request.
 *
 * @internal
 */
export function createRequestContextMiddleware(): RequestHandler {
  return (req, res, next) => {
    const context = createRequestContext({ address: req.ip });
    res.set('X-Correlation-Id', context.correlationId);
    runInRequestContext(context, next);
  };
}
