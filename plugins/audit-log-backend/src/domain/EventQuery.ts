import type {
  AuditEvent,
  AuditResult,
  AuditSeverity,
} from '@nerds/plugin-audit-log-common';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** Which events somebody asks for; what is absent does not narrow. @internal */
export interface EventFilter {
  act?: string;
  actor?: string;
  object?: string;
  result?: AuditResult;
  /** Entity ref. */
  team?: string;
  severity?: AuditSeverity;
  plugin?: string;
  correlationId?: string;
  /** From this instant on. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
}

/** What a rule of the policy asks of an event. @internal */
export type EventCondition = { teams: string[] } | { actors: string[] };

/** Which events somebody may see. @internal */
export type EventCriteria = PermissionCriteria<EventCondition>;

/** All that a condition looks at. @internal */
export type ConditionedEvent = Pick<AuditEvent, 'teams' | 'actor'>;
