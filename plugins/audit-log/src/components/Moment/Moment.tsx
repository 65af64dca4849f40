import { VisuallyHidden } from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import { formatMoment } from '../../domain/moment';

/** A moment in the time zone of the reader; in full, in UTC, on hover and for screen readers. @internal */
export function Moment(props: { iso: string }) {
  const language = useLanguage();
  return (
    <time dateTime={props.iso} title={props.iso}>
      {formatMoment(props.iso, language)}
      <VisuallyHidden> ({props.iso})</VisuallyHidden>
    </time>
  );
}
