import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Select, Skeleton } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { FieldMessage, FormField, useFreshErrors } from '@nerds/form-fields';
import { useEffect } from 'react';
import { templatesTranslationRef } from '../../translation';
import { useOwnTeams } from './useOwnTeams';

/** Asks which of the person's own teams a project is of. @internal */
export function ProjectTeamField(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(templatesTranslationRef);
  const { formData: owner, idSchema, onChange, disabled } = props;
  const { teams, error, retry } = useOwnTeams();
  const formError = useFreshErrors(props.rawErrors, owner);

  // Without dependencies on purpose: two fields that fill themselves in at the
  // same moment overwrite each other, and the loser tries again like this.
  useEffect(() => {
    if (!owner && teams?.length === 1) onChange(teams[0].ref);
  });

  if (error) {
    return (
      <Alert
        icon
        status="danger"
        description={t('team.unreachable')}
        customActions={
          <Button variant="secondary" onPress={retry}>
            {t('retry')}
          </Button>
        }
      />
    );
  }
  if (!teams) return <Skeleton width="100%" height={64} />;
  if (teams.length === 0) {
    return <Alert icon status="warning" description={t('team.none')} />;
  }
  const messageId = `${idSchema.$id}-message`;
  return (
    <FormField>
      <Select
        id={idSchema.$id}
        size="medium"
        label={t('team.label')}
        secondaryLabel={t('required')}
        description={t('team.hint')}
        placeholder={t('team.placeholder')}
        aria-describedby={messageId}
        options={teams.map(({ ref, title }) => ({ id: ref, label: title }))}
        isRequired
        isInvalid={!!formError}
        isDisabled={disabled}
        validationBehavior="aria"
        value={teams.some(({ ref }) => ref === owner) ? owner : null}
        onChange={key => onChange(key === null ? '' : String(key))}
      />
      <FieldMessage id={messageId} error={formError} />
    </FormField>
  );
}
