import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Language } from '../language';
import { HttpProblem } from './HttpProblem';

/**
 * For an action that does what an API does: the sentence that people get from
 * the API, in one of the classes that actions answer with.
 *
 * @returns what is no problem of an API as it is
 * @public
 */
export function toActionError(error: unknown, language: Language): unknown {
  if (!(error instanceof HttpProblem)) return error;
  const detail = error.options.detail[language];
  switch (error.statusCode) {
    case 403:
      return new NotAllowedError(detail);
    case 404:
      return new NotFoundError(detail);
    case 409:
      return new ConflictError(detail);
    default:
      return new InputError(detail);
  }
}
