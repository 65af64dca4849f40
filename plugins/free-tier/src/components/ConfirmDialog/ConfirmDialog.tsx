import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import {
  ConfirmDialog as PlainConfirmDialog,
  type ConfirmDialogProps,
} from '@nerds/page-parts';
import { useState } from 'react';
import { freeTierTranslationRef } from '../../translation';

/**
 * Asks before something is deleted.
 *
 * @param typedName - name that has to be typed before the button works
 * @internal
 */
export function ConfirmDialog(
  props: Pick<
    ConfirmDialogProps,
    'title' | 'text' | 'confirmLabel' | 'onConfirm' | 'onClose'
  > & { typedName?: string },
) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { typedName, ...rest } = props;
  const [typed, setTyped] = useState('');
  return (
    <PlainConfirmDialog
      {...rest}
      isDestructive
      isComplete={typedName === undefined || typed === typedName}
      isButtonGuarded
    >
      {() =>
        typedName !== undefined && (
          <TextField
            label={t('delete.typeName', { name: typedName })}
            description={t('delete.typeNameHint')}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            spellCheck="false"
          />
        )
      }
    </PlainConfirmDialog>
  );
}
