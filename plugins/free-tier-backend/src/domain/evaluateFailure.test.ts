import type { ClusterState } from '@nerds/plugin-free-tier-common';
import { fakeErrors } from '../__testUtils__/fakeErrors';
import type { ClusterRecord } from './ClusterRecord';
import { buildInitialConditions, toConditionsDone } from './conditions';
import { evaluateFailure, isExplainedFailure } from './evaluateFailure';

const NOW = new Date('2026-11-23T09:00:00Z');
const BEFORE_DEADLINE = new Date(NOW.getTime() + 1);

function buildCluster(state: ClusterState, deadlineAt: Date): ClusterRecord {
  return {
    state,
    deadlineAt,
    conditions: toConditionsDone(
      buildInitialConditions(NOW),
      ['NamespaceCreated'],
      NOW,
    ),
  } as ClusterRecord;
}

describe('evaluateFailure', () => {
  it.each([
    // error, state before and after the deadline
    ['unavailable', 'provisioning', 'provisioning'],
    ['forbidden', 'provisioning', 'failed'],
    ['full', 'provisioning', 'failed'],
    ['conflict', 'failed', 'failed'],
    ['rejected', 'failed', 'failed'],
  ] as const)('while making, %s: %s, late: %s', (name, early, late) => {
    const error = fakeErrors[name]();
    const at = (deadlineAt: Date) =>
      evaluateFailure(buildCluster('provisioning', deadlineAt), error, NOW);
    expect(at(BEFORE_DEADLINE)).toEqual({
      state: early,
      reason: error.reason,
      message: error.localizedMessage,
      condition: 'GuardRailsApplied',
      willRetry: early !== 'failed',
    });
    expect(at(NOW).state).toBe(late);
  });

  it.each([
    ['ready', 'degraded'],
    ['degraded', 'degraded'],
    ['deleting', 'deleting'],
    ['frozen', 'frozen'],
  ] as const)('of a cluster that is %s, is retried as %s', (state, after) => {
    const failure = evaluateFailure(
      buildCluster(state, NOW),
      fakeErrors.conflict(),
      NOW,
    );
    expect(failure).toMatchObject({ state: after, willRetry: true });
  });

  it('shows no words that were not made for people', () => {
    const failure = evaluateFailure(
      buildCluster('ready', NOW),
      Object.assign(new Error('hunter2'), { reason: 'x' }),
      NOW,
    );
    expect(JSON.stringify(failure)).not.toContain('hunter2');
    expect(failure.reason).toBe('InternalError');
    expect(isExplainedFailure(failure)).toBe(false);
  });
});
