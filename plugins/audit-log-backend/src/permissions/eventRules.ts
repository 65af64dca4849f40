import {
  createConditionTransformer,
  createPermissionResourceRef,
  createPermissionRule,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  AUDIT_LOG_EVENT_RESOURCE_TYPE,
  CONCERNS_TEAM_RULE,
  HAS_ACTOR_RULE,
} from '@nerds/plugin-audit-log-common';
import { z } from 'zod';
import type { ConditionedEvent, EventCondition } from '../domain/EventQuery';

/** @internal */
export const eventResourceRef = createPermissionResourceRef<
  ConditionedEvent,
  EventCondition
>().with({
  pluginId: 'audit-log',
  resourceType: AUDIT_LOG_EVENT_RESOURCE_TYPE,
});

const concernsTeam = createPermissionRule({
  name: CONCERNS_TEAM_RULE,
  description: 'The event is about things of one of these teams',
  resourceRef: eventResourceRef,
  paramsSchema: z.object({
    teams: z.array(z.string()).describe('Entity refs of groups'),
  }),
  apply: (event, { teams }) => event.teams.some(team => teams.includes(team)),
  toQuery: ({ teams }) => ({ teams }),
});

const hasActor = createPermissionRule({
  name: HAS_ACTOR_RULE,
  description: 'One of these persons or machines did it',
  resourceRef: eventResourceRef,
  paramsSchema: z.object({
    actors: z.array(z.string()).describe('Entity refs of users'),
  }),
  apply: (event, { actors }) => actors.includes(event.actor),
  toQuery: ({ actors }) => ({ actors }),
});

/** The same questions twice: about one event, and as part of a query for many. @internal */
export const eventRules = [concernsTeam, hasActor];

/** @internal */
export const toEventCriteria: ConditionTransformer<EventCondition> =
  createConditionTransformer(eventRules);
