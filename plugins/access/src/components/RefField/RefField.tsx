import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox } from '@backstage/ui';
import { useId } from 'react';
import type { RefOption } from '../../domain/subjectRef';
import { accessTranslationRef } from '../../translation';
import { FieldMessage } from '../FieldMessage';

/** Whether a list that is filtered by a text would hold nothing. */
function isNoneLike(options: RefOption[], text: string): boolean {
  const part = text.toLocaleLowerCase();
  return !options.some(({ label }) => label.toLocaleLowerCase().includes(part));
}

/**
 * Asks for a person, group or team: chosen from those the portal knows, or
 * typed, for the portal knows only who has signed in.
 *
 * @remarks
 * What is typed is offered too when nothing looks like it: the list of the
 * design system would say that there are no results, and in English.
 * @internal
 */
export function RefField(props: {
  label: string;
  secondaryLabel: string;
  description: string;
  options: RefOption[];
  isRequired?: boolean;
  error?: string;
  /** What is typed or the label of what was chosen. */
  value: string;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const messageId = useId();
  const { error, value, onChange, options, ...field } = props;
  const typed = value.trim();
  const asTyped = {
    id: 'as-typed',
    label: typed,
    description: t('field.asTyped'),
  };
  return (
    <div>
      <Combobox
        {...field}
        options={
          typed && isNoneLike(options, typed) ? [...options, asTyped] : options
        }
        size="medium"
        aria-describedby={messageId}
        allowsCustomValue
        isInvalid={!!error}
        validationBehavior="aria"
        inputValue={value}
        onInputChange={onChange}
      />
      <FieldMessage id={messageId} error={error} />
    </div>
  );
}
