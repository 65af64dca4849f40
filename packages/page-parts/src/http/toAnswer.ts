/** What a failed call was answered; empty when there was no answer at all. @internal */
export interface Answer {
  status?: number;
  /** Sentence for people, in their language. */
  detail?: string;
}

/**
 * Reads the answer from an error of any client of the portal's APIs: each has
 * the status, and the problem document when there was one.
 *
 * @internal
 */
export function toAnswer(error: Error): Answer {
  const { status, problem } = error as {
    status?: unknown;
    problem?: { detail?: unknown };
  };
  if (typeof status !== 'number') return {};
  const detail = problem?.detail;
  return { status, detail: typeof detail === 'string' ? detail : undefined };
}
