import type { Request, RequestHandler, Response } from 'express';

/**
 * A handler whose failure reaches the error middleware: Express 4 does not
 * wait for promises.
 *
 * @public
 */
export function handle(
  work: (req: Request, res: Response) => Promise<void>,
): RequestHandler {
  return (req, res, next) => {
    work(req, res).catch(next);
  };
}
