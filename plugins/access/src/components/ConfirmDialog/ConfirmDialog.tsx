import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ConfirmDialog as PlainConfirmDialog,
  type ConfirmDialogProps,
} from '@nerds/page-parts';
import { useState } from 'react';
import { isSaidAtFields, toFieldErrors } from '../../domain/fieldErrors';
import { accessTranslationRef } from '../../translation';
import { ReasonField } from '../ReasonField';

/**
 * Asks before a change of somebody's access.
 *
 * @param asksReason - asks why; the answer goes to `onConfirm`
 * @internal
 */
export function ConfirmDialog(
  props: Pick<
    ConfirmDialogProps,
    'title' | 'text' | 'confirmLabel' | 'isDestructive' | 'onClose'
  > & { asksReason?: boolean; onConfirm: (reason: string) => Promise<void> },
) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { asksReason = false, onConfirm, ...rest } = props;
  const [reason, setReason] = useState('');
  const isMissing = asksReason && reason.trim() === '';
  return (
    <PlainConfirmDialog
      {...rest}
      isComplete={!isMissing}
      isSaidAtFields={error => asksReason && isSaidAtFields(error, ['reason'])}
      onConfirm={() => onConfirm(reason.trim())}
    >
      {({ isSubmitted, error }) =>
        asksReason && (
          <ReasonField
            value={reason}
            onChange={setReason}
            error={
              isSubmitted && isMissing
                ? t('reason.required')
                : toFieldErrors(error).reason
            }
          />
        )
      }
    </PlainConfirmDialog>
  );
}
