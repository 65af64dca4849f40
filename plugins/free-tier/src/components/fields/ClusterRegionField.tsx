import { useTranslationRef, useApi } from '@backstage/frontend-plugin-api';
import { Select, Skeleton } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useLanguage } from '@nerds/page-parts';
import { FieldMessage, FormField, useFreshErrors } from '@nerds/form-fields';
import type { RegionState } from '@nerds/plugin-free-tier-common';
import { useCallback, useEffect } from 'react';
import { freeTierApiRef } from '../../api';
import { usePolledResource } from '../../hooks/usePolledResource';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import { RegionBanners } from '../RegionBanners';

const REGIONS_INTERVAL_MS = 5_000;

/**
 * Asks where the cluster is to run. A region that is not available can be
 * chosen all the same: the request is kept and goes on by itself.
 * @internal
 */
export function ClusterRegionField(
  props: FieldExtensionComponentProps<string>,
) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const language = useLanguage();
  const { formData: region, idSchema, onChange, disabled } = props;
  const { value, error, isLoading, refresh } = usePolledResource(
    useCallback(
      signal => api.listRegions({ signal }),
      // the sentences come in the language of the call
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, language],
    ),
    () => REGIONS_INTERVAL_MS,
  );
  const formError = useFreshErrors(props.rawErrors, region);
  const regions = value ?? [];

  // Without dependencies on purpose, see OwnTeamField.
  useEffect(() => {
    if (!region && regions.length === 1) onChange(regions[0].name);
  });

  if (isLoading) return <Skeleton width="100%" height={64} />;
  if (error && !value) return <ProblemAlert error={error} onRetry={refresh} />;
  const stateTexts: Record<RegionState, string> = {
    available: t('field.regionAvailable'),
    starting: t('field.regionStarting'),
    unreachable: t('field.regionUnreachable'),
  };
  const chosen = regions.find(candidate => candidate.name === region);
  const messageId = `${idSchema.$id}-message`;
  return (
    <FormField>
      <Select
        id={idSchema.$id}
        size="medium"
        label={t('field.region')}
        secondaryLabel={t('field.required')}
        description={t('field.regionHint')}
        placeholder={t('field.regionPlaceholder')}
        aria-describedby={messageId}
        options={regions.map(candidate => ({
          id: candidate.name,
          label: `${candidate.title[language]} – ${
            stateTexts[candidate.state]
          }`,
        }))}
        isRequired
        isInvalid={!!formError}
        isDisabled={disabled}
        validationBehavior="aria"
        value={chosen ? chosen.name : null}
        onChange={key => onChange(key === null ? '' : String(key))}
      />
      <FieldMessage id={messageId} error={formError} />
      {chosen && <RegionBanners regions={[chosen]} />}
    </FormField>
  );
}
