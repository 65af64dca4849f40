import type { ClusterState } from '@nerds/plugin-free-tier-common';
import { z } from 'zod';
import { toGroupRef, toQuoted } from '../../domain/evaluateClusterRequest';
import {
  buildValidationProblem,
  type FieldFinding,
} from '../../domain/ProblemError';
import type { ClusterQuery } from '../../services/ClusterService';
import { toFindings } from './parseBody';

const SCOPES = ['mine', 'teams', 'all'] as const;

const STATES = [
  'requested',
  'provisioning',
  'ready',
  'degraded',
  'frozen',
  'deleting',
  'deleted',
  'failed',
] as const satisfies ClusterState[];

const schema = z.strictObject({
  scope: z.enum(SCOPES).default('teams'),
  state: z.enum(STATES).optional(),
  owner: z
    .string()
    .transform((value, context) => {
      const ownerRef = toGroupRef(value);
      if (ownerRef) return ownerRef;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    })
    .optional(),
});

/**
 * Query of `GET /clusters`, for example `?scope=mine&state=ready`.
 *
 * @throws ProblemError `validation-failed` that names every wrong parameter
 * @internal
 */
export function parseClusterQuery(
  query: Record<string, unknown>,
): ClusterQuery {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw buildValidationProblem(
    toFindings(query, result.error, field => toFinding(field, query[field])),
  );
}

/** @throws ProblemError `validation-failed` when there is any parameter at all @internal */
export function requireNoQuery(query: Record<string, unknown>): void {
  const findings = Object.keys(query).map(
    (key): FieldFinding => ({ field: toQuoted(key), code: 'field-unknown' }),
  );
  if (findings.length > 0) throw buildValidationProblem(findings);
}

function toFinding(field: string, value: unknown): FieldFinding {
  if (typeof value !== 'string') return { field, code: 'field-not-text' };
  const values = { value: toQuoted(value) };
  if (field === 'owner') return { field, code: 'owner-not-group', values };
  const allowed = field === 'scope' ? SCOPES : STATES;
  return {
    field,
    code: 'field-not-allowed-value',
    values: { ...values, allowed: allowed.join(', ') },
  };
}
