import { CopyButton } from '@nerds/page-parts';
import styles from './CodeBlock.module.css';

/**
 * A text for a machine, with a button to copy it.
 *
 * @param what - what it is, for people who do not see it
 * @internal
 */
export function CodeBlock(props: { text: string; what: string }) {
  const { text, what } = props;
  return (
    <div>
      <pre
        className={styles.code}
        // scrolls, so it must be reachable with the keyboard
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={what}
      >
        {text}
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
