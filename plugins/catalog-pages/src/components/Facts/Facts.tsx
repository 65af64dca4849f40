import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** What is known about something, label by label. A fact without a value is left out. @internal */
export function Facts(props: { facts: [label: string, value: ReactNode][] }) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
