/** What is wrong with one field of a request. @public */
export interface FieldProblem {
  field: string;
  /** Sentence in the language of the request. */
  detail: string;
}

/** RFC 9457 problem details, as far as the pages use them. @public */
export interface Problem {
  status: number;
  /** Sentence for people, in the language of the request. */
  detail: string;
  code?: string;
  errors?: FieldProblem[];
}

/** An answer of the portal's APIs that is not a success. @public */
export class PortalApiError extends Error {
  override readonly name = 'PortalApiError' as const;

  /**
   * @param status - HTTP status of the answer
   * @param problem - body of the answer, when it was problem+json
   */
  constructor(readonly status: number, readonly problem?: Problem) {
    super(problem?.detail ?? `The portal answered with status ${status}`);
  }
}

/** Compares by name, so that it also holds across copies of this package. @public */
export function isPortalApiError(error: unknown): error is PortalApiError {
  return error instanceof Error && error.name === 'PortalApiError';
}
