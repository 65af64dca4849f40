import { z } from 'zod';
import type { ParsedClusterRequest } from '../../services/ClusterService';
import { requireObject, text, toFindings } from './parseBody';

const schema = z.strictObject({
  name: text,
  owner: text,
  tier: text,
  size: text,
  region: text,
  purpose: text,
});

/**
 * Body of `POST /clusters` and `POST /cluster-checks`.
 *
 * @returns the fields that hold text, and what is wrong with the others: which
 * values are good is for the rules to say, so that people get all of it at once
 * @throws ProblemError `body-not-object`
 * @internal
 */
export function parseClusterRequest(body: unknown): ParsedClusterRequest {
  const object = requireObject(body);
  const result = schema.safeParse(object);
  if (result.success) return { fields: result.data, findings: [] };

  const findings = toFindings(object, result.error, field => ({
    field,
    code: 'field-not-text',
  }));
  const wrong = new Set(findings.map(finding => finding.field));
  const fields = Object.fromEntries(
    Object.keys(schema.shape)
      .filter(field => !wrong.has(field))
      .map(field => [field, object[field]]),
  );
  return { fields, findings };
}
