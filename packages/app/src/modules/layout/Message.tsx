import type { ReactNode } from 'react';
import styles from './Message.module.css';

/**
 * A page or part of a page that could not be shown, with what to do.
 *
 * @internal
 */
export function Message(props: {
  /** `h1` for a whole page. */
  heading: 'h1' | 'h2';
  title: string;
  role?: 'alert';
  children: ReactNode;
}) {
  const Heading = props.heading;
  return (
    <div className={styles.message} role={props.role}>
      <Heading>{props.title}</Heading>
      {props.children}
    </div>
  );
}
