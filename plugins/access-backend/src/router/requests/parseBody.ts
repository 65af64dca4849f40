import type { FieldFinding } from '@nerds/http-api';
import { z } from 'zod';
import { problems, toQuoted } from '../../domain/problems';

/** Text that a database, a log and a screen can hold: no control characters but tab and line breaks. */
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A field that holds text. @internal */
export const text = z.string().refine(value => !CONTROL_CHARACTERS.test(value));

/**
 * @throws HttpProblem `body-not-object` when the body is not a JSON object
 * @internal
 */
export function requireObject(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw problems.problem(400, 'body-not-object');
  return body;
}

/** @internal */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What zod found wrong with an object, field by field in our own words.
 *
 * @param object - what was parsed
 * @param error - what zod said about it
 * @param toFinding - for a field that is there but wrong
 * @param prefix - what stands before the name of a field, for an object in a list
 * @internal
 */
export function toFindings(options: {
  object: Record<string, unknown>;
  error: z.ZodError;
  toFinding: (field: string) => FieldFinding;
  prefix?: string;
}): FieldFinding[] {
  const { object, error, toFinding, prefix = '' } = options;
  return error.issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key =>
        problems.finding(prefix + toQuoted(key), 'field-unknown'),
      );
    }
    const field = String(issue.path[0]);
    const value = object[field];
    return value === undefined || value === null || value === ''
      ? problems.finding(prefix + field, 'field-required')
      : toFinding(field);
  });
}

/** @throws HttpProblem `validation-failed` when there is any parameter at all @internal */
export function requireNoQuery(query: Record<string, unknown>): void {
  const findings = Object.keys(query).map(key =>
    problems.finding(toQuoted(key), 'field-unknown'),
  );
  if (findings.length > 0) throw problems.validation(findings);
}
