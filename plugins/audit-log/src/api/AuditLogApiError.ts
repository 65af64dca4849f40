/** Body of an answer that is not a success, RFC 9457. @public */
export interface AuditLogProblem {
  title: string;
  status: number;
  /** Sentence for people, in the language that was asked for. */
  detail: string;
  code: string;
}

/**
 * An answer of the audit log's API that is not a success.
 * @public
 */
export class AuditLogApiError extends Error {
  override readonly name = 'AuditLogApiError' as const;

  /**
   * @param status - HTTP status of the answer
   * @param problem - body of the answer, when it was problem+json
   */
  constructor(readonly status: number, readonly problem?: AuditLogProblem) {
    super(problem?.detail ?? `The audit log answered with status ${status}`);
  }
}

/** Compares by name, so that it also holds across copies of this package. @public */
export function isAuditLogApiError(error: unknown): error is AuditLogApiError {
  return error instanceof Error && error.name === 'AuditLogApiError';
}
