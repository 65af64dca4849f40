import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import styles from './EventText.module.css';
import { useActSentence } from './useActSentence';

/** What was done, in words, with the technical name that people search for. @internal */
export function ActText(props: { event: AuditEvent }) {
  const toSentence = useActSentence();
  const { event } = props;
  const sentence = toSentence(event);
  return (
    <>
      {sentence !== event.act && <span>{sentence} </span>}
      <code className={styles.technical}>{event.act}</code>
    </>
  );
}
