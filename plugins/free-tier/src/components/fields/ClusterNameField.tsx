import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  FieldMessage,
  FormField,
  FormFieldFooter,
  useFreshErrors,
} from '@nerds/form-fields';
import { CLUSTER_NAME_MAX_LENGTH } from '@nerds/plugin-free-tier-common';
import { toClusterRequest } from '../../domain/clusterForm';
import { freeTierTranslationRef } from '../../translation';
import { useNameCheck } from './useNameCheck';

/** Asks for the name of a cluster and checks it while it is typed. @internal */
export function ClusterNameField(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { formData: name = '', formContext, idSchema, disabled } = props;
  const check = useNameCheck({
    ...toClusterRequest(formContext?.formData ?? {}),
    name,
  });
  const formError = useFreshErrors(props.rawErrors, name);
  const error = check.state === 'refused' ? check.text : formError;
  const status = {
    idle: undefined,
    checking: t('field.nameChecking'),
    free: t('field.nameFree'),
    unchecked: t('field.nameUnchecked'),
    refused: undefined,
  }[check.state];
  const messageId = `${idSchema.$id}-message`;
  const counterId = `${idSchema.$id}-counter`;
  return (
    <FormField>
      <TextField
        id={idSchema.$id}
        size="medium"
        label={t('field.name')}
        secondaryLabel={t('field.required')}
        description={t('field.nameHint')}
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
          {t('field.characters', {
            length: `${[...name].length}`,
            limit: `${CLUSTER_NAME_MAX_LENGTH}`,
          })}
        </Text>
      </FormFieldFooter>
    </FormField>
  );
}
