import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Language, Problem } from '@nerds/plugin-free-tier-common';
import { formatMessage } from '../../messages';

/** Longer than this nobody waits for one attempt. */
const RETRY_AFTER_MAX_SECONDS = 60;

/**
 * The free tier could not answer now; trying again may help.
 * @internal
 */
export class FreeTierUnavailableError extends ServiceUnavailableError {
  /** What the answer asked for in `Retry-After`. */
  readonly retryAfterSeconds?: number;

  constructor(message: string, retryAfterSeconds?: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Makes of an answer that is not a success an error with a clear sentence in
 * the language of the task.
 *
 * @param response - the answer; `undefined` when there was none
 * @internal
 */
export async function toServiceError(
  response: Response | undefined,
  language: Language,
): Promise<Error> {
  if (!response) {
    return new FreeTierUnavailableError(formatMessage('unreachable', language));
  }
  const { status } = response;
  const sentence =
    (await readSentence(response)) ??
    formatMessage('status', language, { status });
  if (status === 429 || status >= 500) {
    return new FreeTierUnavailableError(sentence, readRetryAfter(response));
  }
  switch (status) {
    case 401:
      return new AuthenticationError(formatMessage('notSignedIn', language));
    case 403:
      return new NotAllowedError(sentence);
    case 404:
      return new NotFoundError(sentence);
    case 409:
      return new ConflictError(sentence);
    case 400:
    case 422:
      return new InputError(sentence);
    default:
      return new Error(sentence);
  }
}

/** The sentences of a problem document: of each field when there are, else the general one. */
async function readSentence(response: Response): Promise<string | undefined> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    const details = problem.errors?.map(error => error.detail) ?? [];
    return details.length > 0 ? details.join(' ') : problem.detail;
  } catch {
    // Accepted loss: something in between answered; its page is not for people.
    return undefined;
  }
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? Math.min(seconds, RETRY_AFTER_MAX_SECONDS) : undefined;
}
