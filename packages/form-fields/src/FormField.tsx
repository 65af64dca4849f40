import type { ReactNode } from 'react';
import styles from './formFields.module.css';

/** Puts a field and what is said about it below each other. @public */
export function FormField({ children }: { children: ReactNode }) {
  return <div className={styles.field}>{children}</div>;
}

/** The line below a field: its message at the left, a counter at the right. @public */
export function FormFieldFooter({ children }: { children: ReactNode }) {
  return <div className={styles.below}>{children}</div>;
}
