import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { useId } from 'react';
import { accessTranslationRef } from '../../translation';
import { FieldMessage } from '../FieldMessage';

/** Asks why; the answer stays on record. @internal */
export function ReasonField(props: {
  value: string;
  onChange: (reason: string) => void;
  error?: string;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const messageId = useId();
  return (
    <div>
      <TextField
        size="medium"
        label={t('reason.label')}
        secondaryLabel={t('field.required')}
        description={t('reason.hint')}
        aria-describedby={messageId}
        isRequired
        isInvalid={!!props.error}
        validationBehavior="aria"
        autoComplete="off"
        value={props.value}
        onChange={props.onChange}
      />
      <FieldMessage id={messageId} error={props.error} />
    </div>
  );
}
