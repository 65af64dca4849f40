import { buildValidationProblem } from '../../domain/ProblemError';

const HEADER = 'Idempotency-Key';
const MAX_LENGTH = 64;

/**
 * Header `Idempotency-Key` of `POST /clusters`.
 *
 * @returns undefined when there is none
 * @throws ProblemError `validation-failed` when it is empty or too long
 * @internal
 */
export function parseIdempotencyKey(
  header: string | undefined,
): string | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '') {
    throw buildValidationProblem([{ field: HEADER, code: 'field-required' }]);
  }
  if (header.length > MAX_LENGTH) {
    const values = { limit: MAX_LENGTH };
    throw buildValidationProblem([
      { field: HEADER, code: 'field-too-long', values },
    ]);
  }
  return header;
}
