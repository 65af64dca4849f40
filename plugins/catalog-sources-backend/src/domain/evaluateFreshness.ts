import { CronTime } from 'cron';
import { Duration } from 'luxon';

/**
 * How many times a source may be missed before its data is overdue: one that
 * failed once, or that is still busy, catches up by itself.
 */
const MISSED_RUNS = 2;

/** @internal */
export interface Freshness {
  /** From when the data is older than the schedule promises. */
  overdueAt?: string;
  isOverdue: boolean;
}

/**
 * Holds when a source last went well against its schedule.
 *
 * @param source - `freshAt` is when it last went well, `endedAt` when it last
 *   ended in whatever way, `schedule` an ISO 8601 duration, a cron expression
 *   or `manual`
 * @internal
 */
export function evaluateFreshness(
  source: { freshAt?: string; endedAt?: string; schedule?: string },
  now: Date,
): Freshness {
  const { freshAt, endedAt, schedule } = source;
  // It has run, and never went well.
  if (!freshAt) return { isOverdue: endedAt !== undefined };
  const overdueAt = schedule && findOverdueAt(new Date(freshAt), schedule);
  if (!overdueAt) return { isOverdue: false };
  return { overdueAt: overdueAt.toISOString(), isOverdue: overdueAt < now };
}

/** @returns nothing for a schedule that says no moment, as `manual` */
function findOverdueAt(freshAt: Date, schedule: string): Date | undefined {
  const duration = Duration.fromISO(schedule);
  if (duration.isValid) {
    return new Date(freshAt.getTime() + MISSED_RUNS * duration.toMillis());
  }
  try {
    const cron = new CronTime(schedule);
    let moment = freshAt;
    for (let i = 0; i < MISSED_RUNS; i += 1) {
      moment = cron.getNextDateFrom(moment).toJSDate();
    }
    return moment;
  } catch {
    // No cron expression: nothing to hold it against.
    return undefined;
  }
}
