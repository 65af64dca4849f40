import { evaluateReminder } from './evaluateReminder';

const DAY_MS = 24 * 60 * 60 * 1000;
const STARTED = new Date('2026-11-23T09:00:00Z');
const inDays = (days: number) => new Date(STARTED.getTime() + days * DAY_MS);

const review = { startedAt: STARTED, dueAt: inDays(14) };
const options = {
  remindersMs: [7 * DAY_MS, 0],
  overdueRemindersMs: 7 * DAY_MS,
};

describe('evaluateReminder', () => {
  it.each([
    [0, 'opened', 'opened'],
    [6.9, 'opened', 'opened'],
    [7, `before-${7 * DAY_MS}`, 'before-due'],
    [13.9, `before-${7 * DAY_MS}`, 'before-due'],
    [14, 'before-0', 'before-due'],
    [20.9, 'before-0', 'before-due'],
    [21, 'overdue-1', 'overdue'],
    [28, 'overdue-2', 'overdue'],
    [379, 'overdue-52', 'overdue'],
  ])('after %d days: %s', (days, step, kind) => {
    expect(evaluateReminder(review, inDays(days), options)).toEqual({
      step,
      kind,
    });
  });

  it('leaves a reminder out that would come before the review started', () => {
    const short = { startedAt: STARTED, dueAt: inDays(5) };
    expect(evaluateReminder(short, inDays(1), options).step).toBe('opened');
  });
});
