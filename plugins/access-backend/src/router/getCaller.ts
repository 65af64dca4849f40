import type { Response } from 'express';
import type { Caller } from '../services/Caller';

/** The caller that the barrier let through; see createRouter. @internal */
export function getCaller(res: Response): Caller {
  return res.locals.caller;
}
