import type { Request } from 'express';
import type { SignInError } from './SignInError';

/** What became of one request to sign in, to stay signed in, or to sign out. @internal */
export interface SignInAttempt {
  /** Entity ref; as soon as it is known. */
  userEntityRef?: string;
  /** Absent: it worked so far. */
  error?: SignInError;
}

/**
 * Carries the outcome from the parts that know it to the one that answers:
 * Backstage's handlers in between turn every failure into a text.
 *
 * @internal
 */
export class SignInAttempts {
  readonly #attempts = new WeakMap<Request, SignInAttempt>();

  of(req: Request): SignInAttempt {
    const known = this.#attempts.get(req);
    if (known) {
      return known;
    }
    const attempt: SignInAttempt = {};
    this.#attempts.set(req, attempt);
    return attempt;
  }
}
