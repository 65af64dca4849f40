import { RiErrorWarningLine } from '@remixicon/react';
import styles from './FieldMessage.module.css';

/**
 * What is wrong with a field. Point the field at it with `aria-describedby`; it
 * is read out when it changes.
 * @internal
 */
export function FieldMessage(props: { id: string; error?: string }) {
  return (
    <div id={props.id} aria-live="polite" className={styles.message}>
      {props.error && <RiErrorWarningLine size={16} aria-hidden="true" />}
      {props.error}
    </div>
  );
}
