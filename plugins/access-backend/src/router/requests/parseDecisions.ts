import type { FieldFinding } from '@nerds/http-api';
import type {
  ReviewDecision,
  ReviewDecisionRequest,
} from '@nerds/plugin-access-common';
import { z } from 'zod';
import { problems, toQuoted } from '../../domain/problems';
import { isObject, requireObject, text, toFindings } from './parseBody';

const DECISIONS = ['confirm', 'revoke'] as const satisfies ReviewDecision[];

/** As many as fit in a body with a reason each; more go in another request. */
const MAX_ITEMS = 50;

const item = z.strictObject({
  itemId: text,
  decision: z.enum(DECISIONS),
  reason: text.optional(),
});

/**
 * Body of `POST /reviews/{id}/decisions`.
 *
 * @throws HttpProblem `body-not-object`, or `validation-failed` that names every wrong field
 * @internal
 */
export function parseDecisions(body: unknown): ReviewDecisionRequest[] {
  const { items, ...others } = requireObject(body);
  const findings = Object.keys(others).map(key =>
    problems.finding(toQuoted(key), 'field-unknown'),
  );
  const isList =
    Array.isArray(items) && items.length > 0 && items.length <= MAX_ITEMS;
  if (!isList) {
    const values = { max: MAX_ITEMS };
    findings.push(
      items === undefined || items === null
        ? problems.finding('items', 'field-required')
        : problems.finding('items', 'field-not-list', values),
    );
    throw problems.validation(findings);
  }
  const decisions = items.map((value, index) => {
    const prefix = `items[${index}]`;
    const result = item.safeParse(value);
    if (result.success) return result.data;
    findings.push(...toItemFindings(value, prefix, result.error));
    return undefined;
  });
  if (findings.length > 0) throw problems.validation(findings);
  return decisions.filter(decision => decision !== undefined);
}

function toItemFindings(
  value: unknown,
  prefix: string,
  error: z.ZodError,
): FieldFinding[] {
  if (!isObject(value)) return [problems.finding(prefix, 'field-not-object')];
  return toFindings({
    object: value,
    error,
    prefix: `${prefix}.`,
    toFinding: field => {
      const wrong = value[field];
      const name = `${prefix}.${field}`;
      return typeof wrong === 'string' && field === 'decision'
        ? problems.finding(name, 'field-not-allowed-value', {
            value: toQuoted(wrong),
            allowed: DECISIONS.join(', '),
          })
        : problems.finding(name, 'field-not-text');
    },
  });
}
