import { toLocale, type Language } from '@nerds/page-parts';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/**
 * How far an instant is from now, in words: “over 87 dagen”, “3 minuten geleden”.
 * Rounds down, so that nobody is promised more time than there is; but within
 * its first hour a cluster of 90 days says 90, not 89.
 *
 * @param iso - ISO 8601 instant (UTC)
 * @internal
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
  return format.format(Math.trunc(differenceMs / MINUTE_MS), 'minute');
}

/** Date and time in the time zone of the reader. @internal */
export function formatMoment(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(toLocale(language), {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso));
}
