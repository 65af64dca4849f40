import type { MachineTokenState } from '@nerds/plugin-machine-access-common';
import { z } from 'zod';
import { problems } from '../../domain/problems';
import { toFindings, toQuoted } from './toFindings';

const STATES = [
  'active',
  'expired',
  'revoked',
] as const satisfies MachineTokenState[];

const schema = z.strictObject({
  team: z.string().min(1).optional(),
  state: z.enum(STATES).optional(),
});

/**
 * Query of `GET /tokens`, for example `?team=group:default/burgerzaken&state=active`.
 *
 * @throws HttpProblem `validation-failed` that names every wrong parameter
 * @internal
 */
export function parseTokenQuery(query: Record<string, unknown>): {
  team?: string;
  state?: MachineTokenState;
} {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw problems.validation(
    toFindings(query, result.error, field => {
      const value = query[field];
      return typeof value !== 'string' || field !== 'state'
        ? problems.finding(field, 'field-not-text')
        : problems.finding(field, 'field-not-allowed-value', {
            value: toQuoted(value),
            allowed: STATES.join(', '),
          });
    }),
  );
}

/** @throws HttpProblem `validation-failed` when there is any parameter at all @internal */
export function requireNoQuery(query: Record<string, unknown>): void {
  const findings = Object.keys(query).map(key =>
    problems.finding(toQuoted(key), 'field-unknown'),
  );
  if (findings.length > 0) throw problems.validation(findings);
}
