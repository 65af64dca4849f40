import { Text } from '@backstage/ui';
import { CopyButton } from '@nerds/page-parts';
import styles from './ClusterConnect.module.css';

/** A command to type in a terminal, with what it does and a button to copy it. @internal */
export function CommandLine(props: { title: string; command: string }) {
  const { title, command } = props;
  return (
    <div className={styles.command}>
      <Text as="p">{title}</Text>
      <pre className={styles.code}>{command}</pre>
      <CopyButton text={command} what={title} />
    </div>
  );
}
