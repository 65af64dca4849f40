import { toLocale } from './toLocale';
import type { Language } from './useLanguage';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/**
 * How far an instant is from now, in words: “over 87 dagen”, “3 minuten geleden”,
 * “nu” within a minute.
 * Rounds down, so that nobody is promised more time than there is; but within
 * its first hour a token of 90 days says 90, not 89.
 *
 * @param iso - ISO 8601 instant (UTC)
 * @public
 */
export function formatDistance(
  iso: string,
  now: Date,
  language: string,
): string {
  const differenceMs = new Date(iso).getTime() - now.getTime();
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  if (Math.abs(differenceMs) >= DAY_MS) {
    const graceMs = differenceMs > 0 ? HOUR_MS : 0;
    return format.format(Math.trunc((differenceMs + graceMs) / DAY_MS), 'day');
  }
  if (Math.abs(differenceMs) >= HOUR_MS) {
    return format.format(Math.trunc(differenceMs / HOUR_MS), 'hour');
  }
  if (Math.abs(differenceMs) >= MINUTE_MS) {
    return format.format(Math.trunc(differenceMs / MINUTE_MS), 'minute');
  }
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    0,
    'second',
  );
}

/** Date and time in the time zone of the reader. @public */
export function formatMoment(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(toLocale(language), {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso));
}
