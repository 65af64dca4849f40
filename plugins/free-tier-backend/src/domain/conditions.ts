import {
  CLUSTER_CONDITION_TYPES,
  type ClusterConditionType,
  type LocalizedText,
} from '@nerds/plugin-free-tier-common';
import type { ConditionRecord } from './ClusterRecord';

const PENDING: LocalizedText = {
  nl: 'Nog niet aan de beurt.',
  en: 'Not its turn yet.',
};

/** What a condition says once its step has come true. */
const DONE: Record<
  ClusterConditionType,
  { reason: string; message: LocalizedText }
> = {
  Accepted: {
    reason: 'RequestAccepted',
    message: {
      nl: 'De aanvraag is goedgekeurd en vastgelegd.',
      en: 'The request is accepted and recorded.',
    },
  },
  NamespaceCreated: {
    reason: 'NamespaceExists',
    message: {
      nl: 'De afgeschermde ruimte op Kubernetes bestaat.',
      en: 'The isolated space on Kubernetes exists.',
    },
  },
  GuardRailsApplied: {
    reason: 'GuardRailsInPlace',
    message: {
      nl: 'Grenzen en netwerkregels zijn ingesteld.',
      en: 'Limits and network rules are in place.',
    },
  },
  QuotaEnforced: {
    reason: 'QuotaInForce',
    message: {
      nl: 'Kubernetes bewaakt de hoeveelheden.',
      en: 'Kubernetes enforces the quota.',
    },
  },
  AccessGranted: {
    reason: 'AccessEffective',
    message: {
      nl: 'Het team heeft toegang en Kubernetes laat het binnen.',
      en: 'The team has access and Kubernetes lets it in.',
    },
  },
  Ready: {
    reason: 'ClusterReady',
    message: {
      nl: 'Het cluster is klaar voor gebruik.',
      en: 'The cluster is ready for use.',
    },
  },
};

/** The conditions of a cluster that was asked for just now. @internal */
export function buildInitialConditions(now: Date): ConditionRecord[] {
  const lastTransitionAt = now.toISOString();
  return CLUSTER_CONDITION_TYPES.map(type =>
    type === 'Accepted'
      ? { type, status: 'True', ...DONE.Accepted, lastTransitionAt }
      : {
          type,
          status: 'Unknown',
          reason: 'Pending',
          message: PENDING,
          lastTransitionAt,
        },
  );
}

/** Whether a step has come true. @internal */
export function isConditionTrue(
  conditions: ConditionRecord[],
  type: ClusterConditionType,
): boolean {
  return conditions.some(
    condition => condition.type === type && condition.status === 'True',
  );
}

/** The conditions with these steps come true. @internal */
export function toConditionsDone(
  conditions: ConditionRecord[],
  types: ClusterConditionType[],
  now: Date,
): ConditionRecord[] {
  return types.reduce(
    (result, type) =>
      toConditionsWith(result, { type, status: 'True', ...DONE[type] }, now),
    conditions,
  );
}

/**
 * The conditions with one of them changed; `lastTransitionAt` moves only when
 * the status does, as Kubernetes does it.
 * @internal
 */
export function toConditionsWith(
  conditions: ConditionRecord[],
  change: Omit<ConditionRecord, 'lastTransitionAt'>,
  now: Date,
): ConditionRecord[] {
  return conditions.map(condition => {
    if (condition.type !== change.type) return condition;
    const lastTransitionAt =
      condition.status === change.status
        ? condition.lastTransitionAt
        : now.toISOString();
    return { ...change, lastTransitionAt };
  });
}

/**
 * The conditions with every step waiting for its turn again: what was done
 * before a failure may be undone since.
 * @internal
 */
export function toConditionsRetried(
  conditions: ConditionRecord[],
  now: Date,
): ConditionRecord[] {
  return conditions.map(({ type, status, ...rest }) =>
    type === 'Accepted'
      ? { type, status, ...rest }
      : {
          type,
          status: 'Unknown',
          reason: 'Pending',
          message: PENDING,
          lastTransitionAt: now.toISOString(),
        },
  );
}
