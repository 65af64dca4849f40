import { useId } from 'react';
import { fromFieldValue, toFieldValue } from '../../domain/moment';
import styles from './EventFilters.module.css';

/**
 * Asks for a moment in the time zone of the reader.
 *
 * @remarks
 * The browser's own field: it speaks the reader's language, works on a phone and
 * takes a typed date, which the design system's date picker does not.
 * @internal
 */
export function MomentField(props: {
  label: string;
  /** ISO 8601, UTC; empty when not filled in. */
  value: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { label, value, error, onChange } = props;
  return (
    <div className={styles.moment}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={toFieldValue(value)}
        aria-invalid={!!error}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={event => onChange(fromFieldValue(event.target.value))}
      />
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
