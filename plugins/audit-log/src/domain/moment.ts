import { toLocale, type Language } from '@nerds/page-parts';

/**
 * Date and time to the second in the time zone of the reader. Seconds matter
 * here: what came first is what people look for.
 * @internal
 */
export function formatMoment(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(toLocale(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
}

function pad(value: number): string {
  return `${value}`.padStart(2, '0');
}

/**
 * The value of a `datetime-local` field for an instant, in the time zone of the
 * reader; empty for no instant.
 * @internal
 */
export function toFieldValue(iso: string): string {
  if (!iso) return '';
  const moment = new Date(iso);
  const day = [
    `${moment.getFullYear()}`.padStart(4, '0'),
    pad(moment.getMonth() + 1),
    pad(moment.getDate()),
  ];
  return `${day.join('-')}T${pad(moment.getHours())}:${pad(
    moment.getMinutes(),
  )}`;
}

/** The instant that a `datetime-local` field means; empty when it is not filled in. @internal */
export function fromFieldValue(value: string): string {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
}
