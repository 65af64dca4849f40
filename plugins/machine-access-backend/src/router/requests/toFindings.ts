import type { FieldFinding } from '@nerds/http-api';
import type { z } from 'zod';
import { problems } from '../../domain/problems';

/** So much of what was sent is enough to know it again. */
const MAX_QUOTED_LENGTH = 80;

/** What was sent, short enough for a sentence. @internal */
export function toQuoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_QUOTED_LENGTH
    ? `${text.slice(0, MAX_QUOTED_LENGTH)}…`
    : text;
}

/**
 * What zod found wrong with an object, field by field in our own words.
 *
 * @param object - what was parsed
 * @param toFinding - for a field that is there but wrong
 * @internal
 */
export function toFindings(
  object: Record<string, unknown>,
  error: z.ZodError,
  toFinding: (field: string, issue: z.core.$ZodIssue) => FieldFinding,
): FieldFinding[] {
  return error.issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key =>
        problems.finding(toQuoted(key), 'field-unknown'),
      );
    }
    const field = String(issue.path[0]);
    const value = object[field];
    return value === undefined || value === null || value === ''
      ? problems.finding(field, 'field-required')
      : toFinding(field, issue);
  });
}
