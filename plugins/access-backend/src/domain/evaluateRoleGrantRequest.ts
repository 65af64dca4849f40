import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  GRANTABLE_ROLES,
  PRIVILEGED_ROLES_TEAM,
  TEAM_ROLES,
  type GrantableRole,
  type RoleGrantRequest,
} from '@nerds/plugin-access-common';
import type { FieldFinding } from '@nerds/http-api';
import { problems, toQuoted } from './problems';

/** Namespace of machines, which never have a role. */
const MACHINE_NAMESPACE = 'machine';

/** Characters; long enough for a sentence and the number of a ticket. */
const REASON_MAX_LENGTH = 500;

// RFC 3339, with the time zone that makes it one moment.
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

/** A request whose fields are text, or not there. @internal */
export type RoleGrantFields = Partial<Record<keyof RoleGrantRequest, string>>;

/** A request that is good, with its refs in the form in which they are kept. @internal */
export interface CheckedRoleGrant {
  role: GrantableRole;
  subject: string;
  team?: string;
  reason: string;
  expiresAt?: Date;
}

/**
 * Says everything that is wrong with a request at once.
 *
 * @returns the request, or at least one finding
 * @internal
 */
export function evaluateRoleGrantRequest(
  fields: RoleGrantFields,
  now: Date,
): { request?: CheckedRoleGrant; findings: FieldFinding[] } {
  const findings: FieldFinding[] = [];
  const check = <T>(result: T | FieldFinding | undefined): T | undefined => {
    const isFinding = (value: unknown): value is FieldFinding =>
      typeof value === 'object' && value !== null && 'code' in value;
    if (!isFinding(result)) return result;
    findings.push(result);
    return undefined;
  };
  const role = check(evaluateRole(fields.role));
  const subject = check(evaluateSubject(fields.subject));
  const team = check(evaluateTeam(fields.team, role));
  const reason = check(evaluateReason(fields.reason));
  const expiresAt = check(evaluateExpiry(fields.expiresAt, now));
  if (findings.length > 0 || !role || !subject || !reason) return { findings };
  return { request: { role, subject, team, reason, expiresAt }, findings };
}

function evaluateRole(role: string | undefined): GrantableRole | FieldFinding {
  if (!role) return problems.finding('role', 'field-required');
  const known = GRANTABLE_ROLES.find(grantable => grantable === role);
  const values = { value: toQuoted(role), allowed: GRANTABLE_ROLES.join(', ') };
  return known ?? problems.finding('role', 'field-not-allowed-value', values);
}

function evaluateSubject(subject: string | undefined): string | FieldFinding {
  if (!subject) return problems.finding('subject', 'field-required');
  const values = { value: toQuoted(subject) };
  const parsed = parseRef(subject);
  if (!parsed) return problems.finding('subject', 'ref-malformed', values);
  const ref = stringifyEntityRef(parsed);
  if (!/^(user|group):/.test(ref)) {
    return problems.finding('subject', 'subject-not-group-or-user', values);
  }
  if (ref.startsWith(`user:${MACHINE_NAMESPACE}/`)) {
    return problems.finding('subject', 'subject-is-machine', values);
  }
  return ref;
}

function evaluateTeam(
  team: string | undefined,
  role: GrantableRole | undefined,
): string | FieldFinding | undefined {
  if (team === undefined) return undefined;
  if (role && !TEAM_ROLES.some(teamRole => teamRole === role)) {
    return problems.finding('team', 'team-not-for-role', { role });
  }
  const ref = toTeamRef(team);
  const values = { value: toQuoted(team) };
  // Nobody leads the review of the administrators but the administrators.
  return ref && ref !== PRIVILEGED_ROLES_TEAM
    ? ref
    : problems.finding('team', 'team-not-group', values);
}

function evaluateReason(reason: string | undefined): string | FieldFinding {
  const text = reason?.trim();
  if (!text) return problems.finding('reason', 'field-required');
  if ([...text].length <= REASON_MAX_LENGTH) return text;
  const values = { limit: REASON_MAX_LENGTH };
  return problems.finding('reason', 'field-too-long', values);
}

function evaluateExpiry(
  expiresAt: string | undefined,
  now: Date,
): Date | FieldFinding | undefined {
  if (expiresAt === undefined) return undefined;
  const at = new Date(MOMENT.test(expiresAt) ? expiresAt : NaN);
  if (Number.isNaN(at.getTime())) {
    return problems.finding('expiresAt', 'field-not-moment');
  }
  return at > now ? at : problems.finding('expiresAt', 'expires-in-past');
}

/**
 * A team in the form in which it is kept.
 *
 * @returns undefined when the text does not name a group
 * @internal
 */
export function toTeamRef(text: string): string | undefined {
  const parsed = parseRef(text);
  const ref = parsed && stringifyEntityRef(parsed);
  return ref?.startsWith('group:') ? ref : undefined;
}

function parseRef(text: string) {
  try {
    const ref = parseEntityRef(text);
    const { isValidNamespace, isValidObjectName } =
      KubernetesValidatorFunctions;
    return isValidNamespace(ref.namespace) && isValidObjectName(ref.name)
      ? ref
      : undefined;
  } catch {
    return undefined; // not a ref at all, which the caller is told
  }
}
