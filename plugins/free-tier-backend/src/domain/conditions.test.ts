import {
  buildInitialConditions,
  isConditionTrue,
  toConditionsDone,
  toConditionsRetried,
  toConditionsWith,
} from './conditions';

const EARLY = new Date('2026-11-23T09:00:00Z');
const LATE = new Date('2026-11-23T10:00:00Z');
const message = { nl: 'Nee.', en: 'No.' };

describe('conditions', () => {
  const initial = buildInitialConditions(EARLY);

  it('begin with the request accepted and the rest unknown', () => {
    expect(isConditionTrue(initial, 'Accepted')).toBe(true);
    expect(isConditionTrue(initial, 'Ready')).toBe(false);
    expect(initial.map(({ status }) => status)).toEqual([
      'True',
      ...Array(5).fill('Unknown'),
    ]);
  });

  it('move their instant only when the status changes', () => {
    const refused = { type: 'Ready', reason: 'A', message } as const;
    const once = toConditionsWith(
      initial,
      { ...refused, status: 'False' },
      EARLY,
    );
    const twice = toConditionsWith(
      once,
      { ...refused, reason: 'B', status: 'False' },
      LATE,
    );
    expect(twice.at(-1)).toMatchObject({
      reason: 'B',
      lastTransitionAt: EARLY.toISOString(),
    });
    const done = toConditionsDone(twice, ['Ready'], LATE);
    expect(done.at(-1)).toMatchObject({
      status: 'True',
      reason: 'ClusterReady',
      lastTransitionAt: LATE.toISOString(),
    });
  });

  it('all wait for their turn again on a retry, but for the acceptance', () => {
    const done = toConditionsDone(initial, ['NamespaceCreated'], EARLY);
    const retried = toConditionsRetried(done, LATE);
    expect(retried[0]).toEqual(initial[0]);
    expect(retried[1]).toMatchObject({
      status: 'Unknown',
      reason: 'Pending',
      lastTransitionAt: LATE.toISOString(),
    });
  });
});
