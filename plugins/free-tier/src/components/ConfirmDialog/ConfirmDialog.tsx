import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  Text,
  TextField,
} from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import { Heading } from 'react-aria-components';
import { useCall } from '../../hooks/useCall';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import styles from './ConfirmDialog.module.css';

interface ConfirmDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  /** Name that has to be typed before the button works. */
  typedName?: string;
  onConfirm: () => Promise<void>;
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
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { title, text, confirmLabel, typedName, onConfirm, onClose } = props;
  const [typed, setTyped] = useState('');
  const { run, isRunning, error } = useCall(async () => {
    await onConfirm();
    onClose();
  });
  const isConfirmed = typedName === undefined || typed === typedName;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) void run();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <form onSubmit={submit} className={styles.form}>
        <Heading slot="title" className={styles.title}>
          {title}
        </Heading>
        <DialogBody className={styles.body}>
          {error && <ProblemAlert error={error} />}
          <Text as="p">{text}</Text>
          {typedName !== undefined && (
            <TextField
              label={t('delete.typeName', { name: typedName })}
              description={t('delete.typeNameHint')}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              spellCheck="false"
            />
          )}
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            variant="primary"
            destructive
            type="submit"
            isDisabled={!isConfirmed || isRunning}
          >
            {confirmLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
