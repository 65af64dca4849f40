import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { FieldMessage, FormField, useFreshErrors } from '@nerds/form-fields';
import { useCallback } from 'react';
import { freeTierApiRef } from '../../api';
import { findQuota, isFull } from '../../domain/teamQuota';
import { usePolledResource } from '../../hooks/usePolledResource';
import { freeTierTranslationRef } from '../../translation';

/** A colleague may take the last place while the form is filled in. */
const TEAMS_INTERVAL_MS = 30_000;

/**
 * Asks whether a project gets a cluster, with what its team has left. Its text is
 * the title that the template gives it.
 *
 * @internal
 */
export function ProjectClusterField(
  props: FieldExtensionComponentProps<boolean>,
) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { formData = false, formContext, idSchema, schema, disabled } = props;
  const { value: teams = [] } = usePolledResource(
    useCallback(signal => api.listTeams({ signal }), [api]),
    () => TEAMS_INTERVAL_MS,
  );
  const owner: string | undefined = formContext?.formData?.owner;
  const formError = useFreshErrors(props.rawErrors, { formData, owner });
  const team = teams.find(candidate => candidate.owner === owner);
  const quota = team && findQuota(team);
  const noRoom =
    quota && isFull(quota)
      ? t('field.clusterNoRoom', {
          team: team.title,
          limit: `${quota.limit}`,
        })
      : undefined;
  const messageId = `${idSchema.$id}-message`;
  return (
    <FormField>
      <Checkbox
        id={idSchema.$id}
        aria-describedby={messageId}
        isSelected={formData}
        isInvalid={formData && !!(noRoom ?? formError)}
        isDisabled={disabled}
        onChange={chosen => props.onChange(chosen)}
      >
        {schema.title}
      </Checkbox>
      <FieldMessage
        id={messageId}
        error={formData ? noRoom ?? formError : undefined}
        status={
          noRoom ??
          (quota &&
            t('field.clusterRoom', {
              team: team.title,
              free: `${quota.limit - quota.used}`,
              limit: `${quota.limit}`,
            }))
        }
      />
    </FormField>
  );
}
