import { toLocale, type Language } from '@nerds/page-parts';

/** Date in the time zone of the reader. @internal */
export function formatDay(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(toLocale(language), {
    dateStyle: 'long',
  }).format(new Date(iso));
}

/**
 * The last instant of a day, in the time zone of the reader: who chooses
 * 31 December means that it still counts on that day.
 *
 * @param day - `YYYY-MM-DD`
 * @returns ISO 8601 instant (UTC)
 * @internal
 */
export function toEndOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
