import { toLocale, type Language } from '@nerds/page-parts';

/** Date and time to the minute in the time zone of the reader. @internal */
export function formatMoment(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(toLocale(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
}
