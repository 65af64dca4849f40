import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import { useId, useState } from 'react';
import { accessTranslationRef } from '../../translation';
import { FieldMessage } from '../FieldMessage';
import { LIFETIMES_DAYS } from './useTokenForm';

const OTHER = 'other';

/** Asks how long a token works: a usual time, or a number of days. @internal */
export function LifetimeField(props: {
  error?: string;
  /** Days, as typed. */
  value: string;
  onChange: (days: string) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const messageId = useId();
  const { error, value, onChange } = props;
  const [isOther, setIsOther] = useState(false);
  return (
    <div>
      <RadioGroup
        label={t('createToken.lifetime')}
        secondaryLabel={t('field.required')}
        description={t('createToken.lifetimeHint')}
        orientation="horizontal"
        aria-describedby={isOther ? undefined : messageId}
        value={isOther ? OTHER : value}
        onChange={chosen => {
          setIsOther(chosen === OTHER);
          onChange(chosen === OTHER ? '' : chosen);
        }}
      >
        {LIFETIMES_DAYS.map(days => (
          <Radio key={days} value={days}>
            {t('createToken.days', { count: Number(days) })}
          </Radio>
        ))}
        <Radio value={OTHER}>{t('createToken.otherLifetime')}</Radio>
      </RadioGroup>
      {isOther && (
        <TextField
          size="medium"
          label={t('createToken.lifetimeDays')}
          secondaryLabel={t('field.required')}
          aria-describedby={messageId}
          isRequired
          isInvalid={!!error}
          validationBehavior="aria"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={onChange}
        />
      )}
      <FieldMessage id={messageId} error={error} />
    </div>
  );
}
