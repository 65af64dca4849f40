import type { ClusterCondition } from '@nerds/plugin-free-tier-common';
import { isClusterMoving, toClusterSteps } from './clusterProgress';

const AT = '2026-10-01T10:00:00.000Z';

function condition(
  type: ClusterCondition['type'],
  status: ClusterCondition['status'],
  message = '',
): ClusterCondition {
  return { type, status, reason: 'Because', message, lastTransitionAt: AT };
}

describe('toClusterSteps', () => {
  it('shows the first step that is not done as busy and what follows as pending', () => {
    const steps = toClusterSteps({
      state: 'provisioning',
      conditions: [
        condition('Accepted', 'True'),
        condition('NamespaceCreated', 'True'),
        condition('GuardRailsApplied', 'Unknown', 'Not its turn yet.'),
        condition('QuotaEnforced', 'Unknown'),
      ],
    });
    expect(steps.map(step => step.state)).toEqual([
      'done',
      'done',
      'busy',
      'pending',
      'pending',
      'pending',
    ]);
    expect(steps[0].doneAt).toBe(AT);
    expect(steps[2].message).toBeUndefined();
  });

  it('says what a step waits for', () => {
    const steps = toClusterSteps({
      state: 'provisioning',
      conditions: [
        condition('Accepted', 'True'),
        condition('NamespaceCreated', 'False', 'Kubernetes is starting.'),
      ],
    });
    expect(steps[1]).toEqual({
      type: 'NamespaceCreated',
      state: 'waiting',
      message: 'Kubernetes is starting.',
    });
  });

  it('marks the step at which a failed cluster stopped, with the reason of the cluster when the step has none', () => {
    const steps = toClusterSteps({
      state: 'failed',
      message: 'The host cluster is full.',
      conditions: [condition('Accepted', 'True')],
    });
    expect(steps[1]).toEqual({
      type: 'NamespaceCreated',
      state: 'failed',
      message: 'The host cluster is full.',
    });
    expect(steps[2].state).toBe('pending');
  });
});

describe('isClusterMoving', () => {
  it.each([
    ['requested', true],
    ['provisioning', true],
    ['deleting', true],
    ['ready', false],
    ['failed', false],
    ['frozen', false],
    ['deleted', false],
  ] as const)('%s: %s', (state, expected) => {
    expect(isClusterMoving({ state })).toBe(expected);
  });
});
