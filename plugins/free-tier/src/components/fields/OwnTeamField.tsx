import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Alert, Select, Skeleton } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { FieldMessage, FormField, useFreshErrors } from '@nerds/form-fields';
import {
  freeTierClusterCreatePermission,
  type TeamQuota,
} from '@nerds/plugin-free-tier-common';
import { useCallback, useEffect } from 'react';
import { freeTierApiRef } from '../../api';
import { findQuota, isFull } from '../../domain/teamQuota';
import { usePolledResource } from '../../hooks/usePolledResource';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';

/** A colleague may take the last place while the form is filled in. */
const TEAMS_INTERVAL_MS = 30_000;

/** Asks which of the person's own teams the cluster is for, with what each has left. @internal */
export function OwnTeamField(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { formData: owner, formContext, idSchema, onChange, disabled } = props;
  const { value, error, isLoading, refresh } = usePolledResource(
    useCallback(signal => api.listTeams({ signal }), [api]),
    () => TEAMS_INTERVAL_MS,
  );
  const create = usePermission({
    permission: freeTierClusterCreatePermission,
  });
  const formError = useFreshErrors(props.rawErrors, owner);
  const tier: string | undefined = formContext?.formData?.plan?.tier;
  // when it cannot be found out the form is offered: the API decides
  const mayCreate = create.allowed || !!create.error;
  const teams = value ?? [];
  const open = teams.filter(team => !isFull(findQuota(team, tier)));

  // Without dependencies on purpose: two fields that fill themselves in at the
  // same moment overwrite each other, and the loser tries again like this.
  useEffect(() => {
    if (!owner && mayCreate && teams.length === 1 && open.length === 1) {
      onChange(open[0].owner);
    }
  });

  if (isLoading || create.loading) return <Skeleton width="100%" height={64} />;
  if (error && !value) return <ProblemAlert error={error} onRetry={refresh} />;
  if (!mayCreate) {
    // without a team the form does not go on, so nobody fills it in for nothing
    return (
      <Alert icon status="warning" description={t('request.notAllowed')} />
    );
  }
  if (teams.length === 0) {
    return <Alert icon status="warning" description={t('request.noTeam')} />;
  }
  const toQuotaText = (quota: TeamQuota) =>
    isFull(quota)
      ? t('field.teamFull', { limit: `${quota.limit}` })
      : t('field.teamFree', {
          free: `${quota.limit - quota.used}`,
          limit: `${quota.limit}`,
        });
  const options = teams.map(team => {
    const quota = findQuota(team, tier);
    return {
      id: team.owner,
      label: quota ? `${team.title} – ${toQuotaText(quota)}` : team.title,
      disabled: isFull(quota),
    };
  });
  const chosen = teams.find(team => team.owner === owner);
  const isChosenFull = chosen && isFull(findQuota(chosen, tier));
  const toError = () => {
    if (open.length === 0) return t('field.teamsAllFull');
    const quota = chosen && findQuota(chosen, tier);
    if (isChosenFull && quota) return toQuotaText(quota);
    return formError;
  };
  const message = toError();
  const messageId = `${idSchema.$id}-message`;
  return (
    <FormField>
      <Select
        id={idSchema.$id}
        size="medium"
        label={t('field.team')}
        secondaryLabel={t('field.required')}
        description={t('field.teamHint')}
        placeholder={t('field.teamPlaceholder')}
        aria-describedby={messageId}
        options={options}
        isRequired
        isInvalid={!!message}
        isDisabled={disabled}
        validationBehavior="aria"
        value={chosen ? chosen.owner : null}
        onChange={key => onChange(key === null ? '' : String(key))}
      />
      <FieldMessage id={messageId} error={message} />
    </FormField>
  );
}
