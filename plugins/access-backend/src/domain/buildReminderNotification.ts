import { PRIVILEGED_ROLES_TEAM } from '@nerds/plugin-access-common';
import type { Reminder } from './evaluateReminder';

/** Days are those of the people who read it, not of the server. */
const DATE = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeZone: 'Europe/Amsterdam',
});

/** The text of a notification; there is one, so it is in the default language. @internal */
export interface ReminderNotification {
  title: string;
  description: string;
  link: string;
  severity: 'normal' | 'high';
  topic: string;
  scope: string;
}

/** What team leads read about a review. @internal */
export function buildReminderNotification(
  review: { id: string; team: string; dueAt: Date },
  reminder: Reminder,
): ReminderNotification {
  const what =
    review.team === PRIVILEGED_ROLES_TEAM
      ? 'de rollen met meer rechten'
      : `team ${review.team
          .replace(/^group:default\//, '')
          .replace(/^group:/, '')}`;
  const due = DATE.format(review.dueAt);
  const titles: Record<Reminder['kind'], string> = {
    opened: `Beoordeel wie toegang heeft: ${what}`,
    'before-due': `Rond de toegangsbeoordeling af: ${what}`,
    overdue: `Toegangsbeoordeling is te laat: ${what}`,
  };
  const descriptions: Record<Reminder['kind'], string> = {
    opened: `Bevestig of trek in wie en wat toegang heeft, uiterlijk op ${due}.`,
    'before-due': `De beoordeling moet uiterlijk op ${due} af zijn.`,
    overdue: `De beoordeling had op ${due} af moeten zijn.`,
  };
  return {
    title: titles[reminder.kind],
    description: descriptions[reminder.kind],
    link: `/access/reviews/${review.id}`,
    severity: reminder.kind === 'overdue' ? 'high' : 'normal',
    topic: 'access-review',
    // A later reminder takes the place of an earlier one.
    scope: `access-review:${review.id}`,
  };
}
