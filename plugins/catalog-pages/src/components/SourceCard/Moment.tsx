import { toLocale, useLanguage } from '@nerds/page-parts';

/** A moment in the time zone of the reader; what is no moment is shown as it is. @internal */
export function Moment({ iso }: { iso: string }) {
  const language = useLanguage();
  if (Number.isNaN(Date.parse(iso))) return <>{iso}</>;
  const format = new Intl.DateTimeFormat(toLocale(language), {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return <time dateTime={iso}>{format.format(new Date(iso))}</time>;
}
