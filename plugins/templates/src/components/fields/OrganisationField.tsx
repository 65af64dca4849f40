import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Combobox,
  Skeleton,
  TextField,
  type IdentifiedOption,
} from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { FieldMessage, FormField, useFreshErrors } from '@nerds/form-fields';
import { useEffect, useState } from 'react';
import type { Organisation } from '../../api/listOrganisations';
import { templatesTranslationRef } from '../../translation';
import { useOrganisationOf, useOrganisations } from './useOrganisations';

type Props = FieldExtensionComponentProps<Partial<Organisation>>;

const toOption = ({ name, uri }: Organisation): IdentifiedOption => ({
  id: uri,
  label: name,
});

/** For a portal whose catalog knows no organisations. */
function OrganisationByHand(props: Props) {
  const { t } = useTranslationRef(templatesTranslationRef);
  const { formData = {}, idSchema, onChange, disabled } = props;
  const error = useFreshErrors(props.rawErrors, formData);
  const { name = '', uri = '' } = formData;
  const messageId = `${idSchema.$id}-message`;
  const common = {
    size: 'medium',
    secondaryLabel: t('required'),
    isRequired: true,
    isDisabled: disabled,
    isInvalid: !!error,
    validationBehavior: 'aria',
    'aria-describedby': messageId,
  } as const;
  return (
    <FormField>
      <Alert icon status="info" description={t('organisation.none')} />
      <TextField
        {...common}
        id={idSchema.$id}
        label={t('organisation.name')}
        description={t('organisation.nameHint')}
        value={name}
        onChange={value => onChange({ name: value, uri })}
      />
      <TextField
        {...common}
        id={`${idSchema.$id}_uri`}
        label={t('organisation.uri')}
        description={t('organisation.uriHint')}
        value={uri}
        onChange={value => onChange({ name, uri: value })}
      />
      <FieldMessage id={messageId} error={error} />
    </FormField>
  );
}

/**
 * Asks which organisation a project is of: that of the chosen team at first.
 * Its value is `{ name, uri }`.
 *
 * @internal
 */
export function OrganisationField(props: Props) {
  const { t } = useTranslationRef(templatesTranslationRef);
  const { formData = {}, formContext, idSchema, onChange, disabled } = props;
  const [text, setText] = useState('');
  const { state, retry } = useOrganisations(text);
  const own = useOrganisationOf(formContext?.formData?.owner);
  const [isTouched, setTouched] = useState(false);
  const error = useFreshErrors(props.rawErrors, formData);
  const { name, uri } = formData;

  // Without dependencies on purpose, see ProjectTeamField.
  useEffect(() => {
    if (!uri && !isTouched && own && state.is === 'ready') onChange(own);
  });

  if (state.is === 'failed') {
    return (
      <Alert
        icon
        status="danger"
        description={t('organisation.unreachable')}
        customActions={
          <Button variant="secondary" onPress={retry}>
            {t('retry')}
          </Button>
        }
      />
    );
  }
  if (state.is === 'none') return <OrganisationByHand {...props} />;
  if (state.is === 'loading') return <Skeleton width="100%" height={64} />;
  const messageId = `${idSchema.$id}-message`;
  return (
    <FormField>
      <Combobox
        id={idSchema.$id}
        size="medium"
        label={t('organisation.label')}
        secondaryLabel={t('required')}
        description={t('organisation.hint')}
        placeholder={t('organisation.placeholder')}
        aria-describedby={messageId}
        options={{
          items: state.found.map(toOption),
          filterText: text,
          setFilterText: setText,
          loadingState: state.isSearching ? 'filtering' : 'idle',
          loadMore: () => {},
        }}
        search={{ mode: 'server' }}
        isRequired
        isInvalid={!!error}
        isDisabled={disabled}
        validationBehavior="aria"
        value={name && uri ? toOption({ name, uri }) : null}
        onChange={chosen => {
          setTouched(true);
          onChange(
            chosen
              ? { name: chosen.label, uri: chosen.id }
              : { name: '', uri: '' },
          );
        }}
      />
      <FieldMessage id={messageId} error={error} />
    </FormField>
  );
}
