import { RiCheckLine, RiErrorWarningLine } from '@remixicon/react';
import styles from './formFields.module.css';

/**
 * What is wrong with a field, or how it stands. Point the field at it with
 * `aria-describedby`; it is read out when it changes.
 * @public
 */
export function FieldMessage(props: {
  id: string;
  error?: string;
  status?: string;
  /** Shows a tick beside the status. */
  isGood?: boolean;
}) {
  const { id, error, status, isGood = false } = props;
  return (
    <div
      id={id}
      aria-live="polite"
      className={`${styles.message} ${error ? styles.error : ''}`}
    >
      {error && <RiErrorWarningLine size={16} aria-hidden="true" />}
      {!error && isGood && <RiCheckLine size={16} aria-hidden="true" />}
      {error ?? status}
    </div>
  );
}
