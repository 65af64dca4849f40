import { Combobox } from '@backstage/ui';
import { useId } from 'react';
import type { RefOption } from '../../domain/subjectRef';
import { FieldMessage } from '../FieldMessage';

/**
 * Asks for a person, group or team: chosen from those the portal knows, or
 * typed, for the portal knows only who has signed in.
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
  const messageId = useId();
  const { error, value, onChange, ...field } = props;
  return (
    <div>
      <Combobox
        {...field}
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
