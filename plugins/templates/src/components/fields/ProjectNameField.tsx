import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  FieldMessage,
  FormField,
  FormFieldFooter,
  useFreshErrors,
} from '@nerds/form-fields';
import { PROJECT_NAME_MAX_LENGTH } from '../../domain/evaluateProjectName';
import { templatesTranslationRef } from '../../translation';
import { useNameCheck } from './useNameCheck';

/** Asks for the name of a project and checks it while it is typed. @internal */
export function ProjectNameField(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(templatesTranslationRef);
  const { formData: name = '', idSchema, disabled } = props;
  const check = useNameCheck(name);
  const formError = useFreshErrors(props.rawErrors, name);
  const error = check.state === 'refused' ? check.text : formError;
  const status = {
    idle: undefined,
    checking: t('name.checking'),
    free: t('name.free'),
    unchecked: t('name.unchecked'),
    refused: undefined,
  }[check.state];
  const messageId = `${idSchema.$id}-message`;
  const counterId = `${idSchema.$id}-counter`;
  return (
    <FormField>
      <TextField
        id={idSchema.$id}
        size="medium"
        label={t('name.label')}
        secondaryLabel={t('required')}
        description={t('name.hint')}
        aria-describedby={`${messageId} ${counterId}`}
        isRequired
        isInvalid={!!error}
        isDisabled={disabled}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
        value={name}
        onChange={value => props.onChange(value)}
      />
      <FormFieldFooter>
        <FieldMessage
          id={messageId}
          error={error}
          status={status}
          isGood={check.state === 'free'}
        />
        <Text as="span" variant="body-small" color="secondary" id={counterId}>
          {t('name.characters', {
            length: `${[...name].length}`,
            limit: `${PROJECT_NAME_MAX_LENGTH}`,
          })}
        </Text>
      </FormFieldFooter>
    </FormField>
  );
}
