import type { ReviewOptions } from './ReviewOptions';

/** A reminder of a review. @internal */
export interface Reminder {
  /** Tells the reminders of one review apart. */
  step: string;
  kind: 'opened' | 'before-due' | 'overdue';
}

/**
 * The reminder that is due now: the latest whose time has come. What was
 * missed before it (the portal was off) is not made up for; nobody is helped
 * by three letters at once.
 *
 * @internal
 */
export function evaluateReminder(
  review: { startedAt: Date; dueAt: Date },
  now: Date,
  options: Pick<ReviewOptions, 'remindersMs' | 'overdueRemindersMs'>,
): Reminder {
  const startedMs = review.startedAt.getTime();
  const dueMs = review.dueAt.getTime();
  const overdueCount = Math.floor(
    (now.getTime() - dueMs) / options.overdueRemindersMs,
  );
  if (overdueCount >= 1) {
    return { step: `overdue-${overdueCount}`, kind: 'overdue' };
  }
  const passed = options.remindersMs.filter(beforeMs => {
    const atMs = dueMs - beforeMs;
    return atMs > startedMs && atMs <= now.getTime();
  });
  if (passed.length === 0) return { step: 'opened', kind: 'opened' };
  return { step: `before-${Math.min(...passed)}`, kind: 'before-due' };
}
