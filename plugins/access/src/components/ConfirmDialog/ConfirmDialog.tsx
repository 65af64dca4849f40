import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Dialog, DialogBody, DialogFooter, Text } from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import { Heading } from 'react-aria-components';
import { isSaidAtFields, toFieldErrors } from '../../domain/fieldErrors';
import { useCall } from '../../hooks/useCall';
import { accessTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import { ReasonField } from '../ReasonField';
import styles from './ConfirmDialog.module.css';

interface ConfirmDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  /** Red button; absent: it takes nothing away. */
  isDestructive?: boolean;
  /** Asks why; the answer goes to `onConfirm`. */
  asksReason?: boolean;
  onConfirm: (reason: string) => Promise<void>;
  onClose: () => void;
}

/**
 * Asks before something that cannot be undone; closes when it is done.
 *
 * @remarks
 * The heading is React Aria's own: `DialogHeader` of the design system brings
 * a close button with a fixed English label.
 * @internal
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { isDestructive = false, asksReason = false, onConfirm } = props;
  const [reason, setReason] = useState('');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const { run, isRunning, error } = useCall(async () => {
    await onConfirm(reason.trim());
    props.onClose();
  });
  const isMissing = asksReason && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsSubmitted(true);
    if (!isMissing) void run();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen) props.onClose();
      }}
    >
      <form onSubmit={submit} className={styles.form} noValidate>
        <Heading slot="title" className={styles.title}>
          {props.title}
        </Heading>
        <DialogBody className={styles.body}>
          {error && !(asksReason && isSaidAtFields(error, ['reason'])) && (
            <ProblemAlert error={error} />
          )}
          <Text as="p">{props.text}</Text>
          {asksReason && (
            <ReasonField
              value={reason}
              onChange={setReason}
              error={
                isSubmitted && isMissing
                  ? t('reason.required')
                  : toFieldErrors(error).reason
              }
            />
          )}
        </DialogBody>
        <DialogFooter className={styles.footer}>
          <Button variant="secondary" onPress={props.onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            variant="primary"
            destructive={isDestructive}
            type="submit"
            isDisabled={isRunning}
          >
            {props.confirmLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
