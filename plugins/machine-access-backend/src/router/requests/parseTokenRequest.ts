import type { FieldFinding } from '@nerds/http-api';
import {
  GRANTABLE_PERMISSIONS,
  type MachineTokenRequest,
} from '@nerds/plugin-machine-access-common';
import { z } from 'zod';
import { problems } from '../../domain/problems';
import { toFindings, toQuoted } from './toFindings';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MAX_PURPOSE_LENGTH = 500;
const MAX_REF_LENGTH = 200;

/** Text that a database, a log and a screen can hold: no control characters but tab and line breaks. */
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const GRANTABLE = GRANTABLE_PERMISSIONS.map(
  ({ permission }) => permission.name,
);

const text = z.string().refine(value => !CONTROL_CHARACTERS.test(value));

/**
 * Body of `POST /tokens`.
 *
 * @param maxLifetimeDays - as configured
 * @throws HttpProblem `body-not-object`, or `validation-failed` that names every wrong field
 * @internal
 */
export function parseTokenRequest(
  body: unknown,
  maxLifetimeDays: number,
): MachineTokenRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw problems.problem(400, 'body-not-object');
  }
  const object = body as Record<string, unknown>;
  const schema = z.strictObject({
    name: z.string().min(3).max(40).regex(NAME),
    team: text.min(1).max(MAX_REF_LENGTH),
    permissions: z
      .array(z.string().refine(name => GRANTABLE.includes(name)))
      .min(1)
      .transform(names => [...new Set(names)]),
    lifetimeDays: z.int().min(1).max(maxLifetimeDays),
    purpose: text.max(MAX_PURPOSE_LENGTH).optional(),
  });
  const result = schema.safeParse(object);
  if (result.success) return result.data;
  throw problems.validation(
    toFindings(object, result.error, (field, issue) =>
      toFinding(field, issue, { object, maxLifetimeDays }),
    ),
  );
}

function toFinding(
  field: string,
  issue: z.core.$ZodIssue,
  options: { object: Record<string, unknown>; maxLifetimeDays: number },
): FieldFinding {
  const { object, maxLifetimeDays } = options;
  const value = object[field];
  switch (field) {
    case 'name':
      return problems.finding(field, 'token-name-not-valid');
    case 'lifetimeDays':
      return problems.finding(field, 'field-out-of-range', {
        min: 1,
        max: maxLifetimeDays,
      });
    case 'permissions': {
      if (!Array.isArray(value) || value.length === 0) {
        return problems.finding(field, 'permissions-required');
      }
      return problems.finding(field, 'permission-not-grantable', {
        value: toQuoted(value[Number(issue.path[1])]),
      });
    }
    default: {
      if (issue.code !== 'too_big') {
        return problems.finding(field, 'field-not-text');
      }
      const limit = field === 'team' ? MAX_REF_LENGTH : MAX_PURPOSE_LENGTH;
      return problems.finding(field, 'field-too-long', { limit });
    }
  }
}
