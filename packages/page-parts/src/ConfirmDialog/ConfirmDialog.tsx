import { Button, Dialog, DialogBody, DialogFooter, Text } from '@backstage/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Heading } from 'react-aria-components';
import { ProblemAlert } from '../ProblemAlert';
import { useCall } from '../useCall';
import { useTexts } from '../useTexts';
import styles from './ConfirmDialog.module.css';

/** What the fields of a dialog may show. @public */
interface ConfirmState {
  /** The person has tried to confirm. */
  isSubmitted: boolean;
  /** Why confirming failed. */
  error?: Error;
}

/** @public */
export interface ConfirmDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  /** Red button: it takes something away. */
  isDestructive?: boolean;
  /** `false`: something has to be filled in first, and confirming does nothing. */
  isComplete?: boolean;
  /** With `isComplete={false}` the button itself does not work either. */
  isButtonGuarded?: boolean;
  /** Fields to fill in first. */
  children?: (state: ConfirmState) => ReactNode;
  /** Whether the fields say themselves what went wrong. */
  isSaidAtFields?: (error: Error) => boolean;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/**
 * Asks before something that cannot be undone; closes when it is done.
 *
 * @remarks
 * The heading is React Aria's own: `DialogHeader` of the design system brings
 * a close button with a fixed English label.
 * @public
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTexts();
  const { isComplete = true, isButtonGuarded = false, onClose } = props;
  const [isSubmitted, setIsSubmitted] = useState(false);
  const { run, isRunning, error } = useCall(async () => {
    await props.onConfirm();
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsSubmitted(true);
    if (isComplete) void run();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <form onSubmit={submit} className={styles.form} noValidate>
        <Heading slot="title" className={styles.title}>
          {props.title}
        </Heading>
        <DialogBody className={styles.body}>
          {error && !props.isSaidAtFields?.(error) && (
            <ProblemAlert error={error} />
          )}
          <Text as="p">{props.text}</Text>
          {props.children?.({ isSubmitted, error })}
        </DialogBody>
        <DialogFooter className={styles.footer}>
          <Button variant="secondary" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            variant="primary"
            destructive={props.isDestructive ?? false}
            type="submit"
            isDisabled={isRunning || (isButtonGuarded && !isComplete)}
          >
            {props.confirmLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
