import type { LoggerService } from '@backstage/backend-plugin-api';
import { getRequestContext } from '@nerds/request-context';
import type { RequestHandler } from 'express';

/**
 * Logs every request after its answer. Without the query: the one that ends a
 * sign-in holds a code, and others hold what people searched for.
 *
 * @internal
 */
export function createRequestLogMiddleware(options: {
  logger: LoggerService;
}): RequestHandler {
  return (req, res, next) => {
    const { method, path } = req;
    const { correlationId } = getRequestContext() ?? {};
    const startedMs = performance.now();
    res.once('close', () => {
      const durationMs = Math.round(performance.now() - startedMs);
      const status = res.writableFinished ? res.statusCode : 'aborted';
      options.logger.info(`${method} ${path} ${status} ${durationMs} ms`, {
        type: 'incomingRequest',
        correlationId,
      });
    });
    next();
  };
}
