import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { CountedTextField, useFreshErrors } from '@nerds/form-fields';
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
  return (
    <CountedTextField
      id={idSchema.$id}
      label={t('field.name')}
      requiredText={t('field.required')}
      hint={t('field.nameHint')}
      value={name}
      counterText={t('field.characters', {
        length: `${[...name].length}`,
        limit: `${CLUSTER_NAME_MAX_LENGTH}`,
      })}
      error={error}
      status={status}
      isGood={check.state === 'free'}
      isDisabled={disabled}
      onChange={value => props.onChange(value)}
    />
  );
}
