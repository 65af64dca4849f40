import { z } from 'zod';
import { ProblemError, type FieldFinding } from '../../domain/ProblemError';
import { toQuoted } from '../../domain/evaluateClusterRequest';

/** Text that a database, a log and a screen can hold: no control characters but tab and line breaks. */
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A field that holds text. @internal */
export const text = z.string().refine(value => !CONTROL_CHARACTERS.test(value));

/**
 * @throws ProblemError `body-not-object` when the body is not a JSON object
 * @internal
 */
export function requireObject(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ProblemError({ status: 400, code: 'body-not-object' });
  }
  return body as Record<string, unknown>;
}

/**
 * What zod found wrong with an object, field by field in our own words.
 *
 * @param object - what was parsed
 * @param error - what zod said about it
 * @param toFinding - for a field that is there but wrong
 * @internal
 */
export function toFindings(
  object: Record<string, unknown>,
  error: z.ZodError,
  toFinding: (field: string) => FieldFinding,
): FieldFinding[] {
  return error.issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(
        (key): FieldFinding => ({
          field: toQuoted(key),
          code: 'field-unknown',
        }),
      );
    }
    const field = String(issue.path[0]);
    const value = object[field];
    return value === undefined || value === null || value === ''
      ? { field, code: 'field-required' }
      : toFinding(field);
  });
}
