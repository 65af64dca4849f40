import { Text, TextField } from '@backstage/ui';
import { FieldMessage } from './FieldMessage';
import { FormField, FormFieldFooter } from './FormField';

/** @public */
export interface CountedTextFieldProps {
  id: string;
  label: string;
  /** Beside the label: that it has to be filled in. */
  requiredText: string;
  hint: string;
  value: string;
  /** How long it is and may be. */
  counterText: string;
  error?: string;
  /** How the value stands when nothing is wrong with it. */
  status?: string;
  /** Shows a tick beside the status. */
  isGood?: boolean;
  isDisabled?: boolean;
  onChange: (value: string) => void;
}

/**
 * A required text that is checked while it is typed, with what is wrong with it or
 * how it stands, and how long it is.
 *
 * @public
 */
export function CountedTextField(props: CountedTextFieldProps) {
  const { id, error, status, isGood } = props;
  const messageId = `${id}-message`;
  const counterId = `${id}-counter`;
  return (
    <FormField>
      <TextField
        id={id}
        size="medium"
        label={props.label}
        secondaryLabel={props.requiredText}
        description={props.hint}
        aria-describedby={`${messageId} ${counterId}`}
        isRequired
        isInvalid={!!error}
        isDisabled={props.isDisabled}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
        value={props.value}
        onChange={props.onChange}
      />
      <FormFieldFooter>
        <FieldMessage
          id={messageId}
          error={error}
          status={status}
          isGood={isGood}
        />
        <Text as="span" variant="body-small" color="secondary" id={counterId}>
          {props.counterText}
        </Text>
      </FormFieldFooter>
    </FormField>
  );
}
