import type { ReviewState } from '@nerds/plugin-access-common';
import type { FieldFinding } from '@nerds/http-api';
import { z } from 'zod';
import { toTeamRef } from '../../domain/evaluateRoleGrantRequest';
import { problems, toQuoted } from '../../domain/problems';
import { requireObject, text, toFindings } from './parseBody';

const STATES = ['open', 'completed'] as const satisfies ReviewState[];

const team = text.transform((value, context) => {
  const ref = toTeamRef(value);
  if (ref) return ref;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const peopleQuery = z.strictObject({ team: team.optional() });

const reviewQuery = z.strictObject({
  team: team.optional(),
  state: z.enum(STATES).optional(),
});

const reviewRequest = z.strictObject({ team });

/**
 * Query of `GET /people`, for example `?team=group:default/burgerzaken`.
 *
 * @throws HttpProblem `validation-failed` that names every wrong parameter
 * @internal
 */
export function parsePeopleQuery(query: Record<string, unknown>) {
  return requireParsed(peopleQuery, query);
}

/**
 * Query of `GET /reviews`, for example `?state=open`.
 *
 * @throws HttpProblem `validation-failed` that names every wrong parameter
 * @internal
 */
export function parseReviewQuery(query: Record<string, unknown>) {
  return requireParsed(reviewQuery, query);
}

/**
 * Body of `POST /reviews`.
 *
 * @throws HttpProblem `body-not-object` or `validation-failed`
 * @internal
 */
export function parseReviewRequest(body: unknown) {
  return requireParsed(reviewRequest, requireObject(body));
}

function requireParsed<T extends z.ZodType>(
  schema: T,
  object: Record<string, unknown>,
): z.output<T> {
  const result = schema.safeParse(object);
  if (result.success) return result.data;
  throw problems.validation(
    toFindings({
      object,
      error: result.error,
      toFinding: field => toFinding(field, object[field]),
    }),
  );
}

function toFinding(field: string, value: unknown): FieldFinding {
  if (typeof value !== 'string') {
    return problems.finding(field, 'field-not-text');
  }
  const values = { value: toQuoted(value) };
  return field === 'team'
    ? problems.finding(field, 'team-not-group', values)
    : problems.finding(field, 'field-not-allowed-value', {
        ...values,
        allowed: STATES.join(', '),
      });
}
