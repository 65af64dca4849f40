import styles from './Announcement.module.css';

/**
 * Says what just happened, also to who does not see it. It is always on the
 * page, for a screen reader hears only changes, but takes no room while empty.
 * @internal
 */
export function Announcement(props: { text: string }) {
  return (
    <p role="status" className={styles.announcement}>
      {props.text}
    </p>
  );
}
