import type { Problem } from '@nerds/plugin-free-tier-common';

/**
 * An answer of the free tier's API that is not a success.
 * @public
 */
export class FreeTierApiError extends Error {
  override readonly name = 'FreeTierApiError' as const;

  /**
   * @param status - HTTP status of the answer
   * @param problem - body of the answer, when it was problem+json
   */
  constructor(readonly status: number, readonly problem?: Problem) {
    super(problem?.detail ?? `The free tier answered with status ${status}`);
  }
}

/** Compares by name, so that it also holds across copies of this package. @public */
export function isFreeTierApiError(error: unknown): error is FreeTierApiError {
  return error instanceof Error && error.name === 'FreeTierApiError';
}
