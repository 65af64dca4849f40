import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextAreaField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  FieldMessage,
  FormField,
  FormFieldFooter,
  useFreshErrors,
} from '@nerds/form-fields';
import { CLUSTER_PURPOSE_MAX_LENGTH } from '@nerds/plugin-free-tier-common';
import { freeTierTranslationRef } from '../../translation';

/** Asks what the cluster is for. @internal */
export function ClusterPurposeField(
  props: FieldExtensionComponentProps<string>,
) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { formData: purpose = '', idSchema, disabled, onChange } = props;
  const length = [...purpose].length;
  const formError = useFreshErrors(props.rawErrors, purpose);
  const error =
    length > CLUSTER_PURPOSE_MAX_LENGTH
      ? t('field.purposeTooLong', { limit: `${CLUSTER_PURPOSE_MAX_LENGTH}` })
      : formError;
  const messageId = `${idSchema.$id}-message`;
  const counterId = `${idSchema.$id}-counter`;
  return (
    <FormField>
      <TextAreaField
        id={idSchema.$id}
        size="medium"
        label={t('field.purpose')}
        secondaryLabel={t('field.required')}
        description={t('field.purposeHint')}
        aria-describedby={`${messageId} ${counterId}`}
        rows={4}
        isRequired
        isInvalid={!!error}
        isDisabled={disabled}
        validationBehavior="aria"
        value={purpose}
        onChange={value => onChange(value)}
      />
      <FormFieldFooter>
        <FieldMessage id={messageId} error={error} />
        <Text as="span" variant="body-small" color="secondary" id={counterId}>
          {t('field.characters', {
            length: `${length}`,
            limit: `${CLUSTER_PURPOSE_MAX_LENGTH}`,
          })}
        </Text>
      </FormFieldFooter>
    </FormField>
  );
}
