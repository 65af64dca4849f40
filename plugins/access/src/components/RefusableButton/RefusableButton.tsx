import { Button, type ButtonProps } from '@backstage/ui';
import styles from './RefusableButton.module.css';

/**
 * A button that does nothing for who may not use it, and says why.
 *
 * @remarks
 * `aria-disabled` and not `isDisabled`: the keyboard still reaches it, so that
 * who does not see the text with the reason hears it here.
 *
 * @param refusedBy - id of the text with the reason; absent: the button works
 * @internal
 */
export function RefusableButton(props: ButtonProps & { refusedBy?: string }) {
  const { refusedBy, ...buttonProps } = props;
  if (!refusedBy) return <Button {...buttonProps} />;
  return (
    <Button
      {...buttonProps}
      aria-disabled="true"
      aria-describedby={refusedBy}
      aria-expanded={undefined}
      className={styles.refused}
      destructive={false}
      variant="secondary"
      type="button"
      onPress={undefined}
    />
  );
}
