import { z } from 'zod';
import { problems } from '../../domain/problems';
import type { ParsedRoleGrant } from '../../services/RoleService';
import { requireObject, text, toFindings } from './parseBody';

const schema = z.strictObject({
  role: text.optional(),
  subject: text.optional(),
  team: text.optional(),
  reason: text.optional(),
  expiresAt: text.optional(),
});

/**
 * Body of `POST /role-grants`.
 *
 * @returns the fields that hold text, and what is wrong with the others: which
 * values are good is for the rules to say, so that people get all of it at once
 * @throws HttpProblem `body-not-object`
 * @internal
 */
export function parseRoleGrantRequest(body: unknown): ParsedRoleGrant {
  const object = requireObject(body);
  const result = schema.safeParse(object);
  if (result.success) return { fields: result.data, findings: [] };

  const findings = toFindings({
    object,
    error: result.error,
    toFinding: field => problems.finding(field, 'field-not-text'),
  });
  const wrong = new Set(findings.map(finding => finding.field));
  const fields = Object.fromEntries(
    Object.keys(schema.shape)
      .filter(field => !wrong.has(field))
      .map(field => [field, object[field]]),
  );
  return { fields, findings };
}
