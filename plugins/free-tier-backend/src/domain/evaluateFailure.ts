import { isError } from '@backstage/errors';
import {
  CLUSTER_CONDITION_TYPES,
  type ClusterConditionType,
  type ClusterState,
  type LocalizedText,
} from '@nerds/plugin-free-tier-common';
import type { ClusterRecord } from './ClusterRecord';
import { isConditionTrue } from './conditions';

/** What a failed try means for its cluster. @internal */
export interface Failure {
  /** State of the cluster from here on. */
  state: ClusterState;
  reason: string;
  message: LocalizedText;
  /** Which condition says so. */
  condition?: ClusterConditionType;
  /** `false`: it will not pass by itself, so nobody tries again until asked. */
  willRetry: boolean;
}

/** Trying again changes nothing until a person changes something. */
const TERMINAL_ERRORS = ['ConflictError', 'HostClusterRejectedError'];

/** Passes by itself however long it takes, so the deadline does not count. */
const UNREACHABLE_ERROR = 'ServiceUnavailableError';

const UNKNOWN_CAUSE = {
  reason: 'InternalError',
  message: {
    nl: 'Er ging iets mis in het portaal zelf; de beheerders vinden het in het logboek.',
    en: 'Something went wrong in the portal itself; the platform engineers find it in the log.',
  },
};

/**
 * Decides what becomes of a cluster whose pass went wrong.
 *
 * @remarks
 * Only making a cluster can fail for good. One that was ready is degraded
 * until the check succeeds again, and one that is deleted or frozen stays so
 * until that succeeds: nobody wants those given up.
 *
 * @internal
 */
export function evaluateFailure(
  cluster: ClusterRecord,
  error: unknown,
  now: Date,
): Failure {
  const cause = toCause(error);
  switch (cluster.state) {
    case 'requested':
    case 'provisioning': {
      const condition = CLUSTER_CONDITION_TYPES.find(
        type => !isConditionTrue(cluster.conditions, type),
      );
      const name = isError(error) ? error.name : '';
      const isTerminal =
        TERMINAL_ERRORS.includes(name) ||
        (name !== UNREACHABLE_ERROR && now >= cluster.deadlineAt);
      return isTerminal
        ? { state: 'failed', ...cause, condition, willRetry: false }
        : { state: 'provisioning', ...cause, condition, willRetry: true };
    }
    case 'ready':
    case 'degraded':
      return {
        state: 'degraded',
        ...cause,
        condition: 'Ready',
        willRetry: true,
      };
    case 'deleting':
    case 'frozen':
    case 'failed':
    case 'deleted':
      return { state: cluster.state, ...cause, willRetry: true };
    default:
      return cluster.state satisfies never;
  }
}

/** Errors that were made for people carry their own words; no other is shown. */
function toCause(error: unknown): { reason: string; message: LocalizedText } {
  if (
    isError(error) &&
    typeof error.reason === 'string' &&
    error.localizedMessage
  ) {
    return {
      reason: error.reason,
      message: error.localizedMessage as LocalizedText,
    };
  }
  return UNKNOWN_CAUSE;
}

/** Whether the words of an error were made for people; if not, it belongs in the log. @internal */
export function isExplainedFailure(failure: Failure): boolean {
  return failure.reason !== UNKNOWN_CAUSE.reason;
}
