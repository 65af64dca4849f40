import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { CountedTextField, useFreshErrors } from '@nerds/form-fields';
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
  return (
    <CountedTextField
      id={idSchema.$id}
      label={t('name.label')}
      requiredText={t('required')}
      hint={t('name.hint')}
      value={name}
      counterText={t('name.characters', {
        length: `${[...name].length}`,
        limit: `${PROJECT_NAME_MAX_LENGTH}`,
      })}
      error={error}
      status={status}
      isGood={check.state === 'free'}
      isDisabled={disabled}
      onChange={value => props.onChange(value)}
    />
  );
}
