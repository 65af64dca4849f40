import type { KubeconfigRequest } from '@nerds/plugin-free-tier-common';
import { z } from 'zod';
import { toQuoted } from '../../domain/evaluateClusterRequest';
import {
  buildValidationProblem,
  type FieldFinding,
} from '../../domain/ProblemError';
import { requireObject, text, toFindings } from './parseBody';

const KINDS = ['person', 'machine'] as const;

/** Kubernetes refuses less than 10 minutes, and a day is enough to renew in, in seconds. */
const LIFETIME = { min: 600, max: 86_400 };

const DESCRIPTION_MAX_LENGTH = 200;

const schema = z.strictObject({
  kind: z.enum(KINDS),
  lifetimeSeconds: z.int().min(LIFETIME.min).max(LIFETIME.max).optional(),
  description: text
    .refine(value => [...value].length <= DESCRIPTION_MAX_LENGTH)
    .optional(),
});

/**
 * Body of `POST /clusters/{id}/kubeconfigs`.
 *
 * @throws ProblemError `body-not-object`, or `validation-failed` that names every wrong field
 * @internal
 */
export function parseKubeconfigRequest(body: unknown): KubeconfigRequest {
  const object = requireObject(body);
  const result = schema.safeParse(object);
  if (result.success) return result.data;
  throw buildValidationProblem(
    toFindings(object, result.error, field => toFinding(field, object[field])),
  );
}

function toFinding(field: string, value: unknown): FieldFinding {
  if (field === 'lifetimeSeconds') {
    return { field, code: 'field-out-of-range', values: LIFETIME };
  }
  if (typeof value !== 'string') return { field, code: 'field-not-text' };
  if (field === 'kind') {
    const values = { value: toQuoted(value), allowed: KINDS.join(', ') };
    return { field, code: 'field-not-allowed-value', values };
  }
  return [...value].length > DESCRIPTION_MAX_LENGTH
    ? {
        field,
        code: 'field-too-long',
        values: { limit: DESCRIPTION_MAX_LENGTH },
      }
    : { field, code: 'field-not-text' };
}
