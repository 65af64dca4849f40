import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useResource } from '@nerds/page-parts';
import { useCallback } from 'react';
import { machineAccessApiRef } from '../../api';
import { useDirectory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { AccessLayout } from '../AccessLayout';
import { TokensSection } from './TokensSection';
import { WorkloadIdentitiesSection } from './WorkloadIdentitiesSection';

/** The access of pipelines and other machines. @internal */
export function TokensPage() {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(machineAccessApiRef);
  const directory = useDirectory();
  const permissions = useResource(
    useCallback(signal => api.listPermissions({ signal }), [api]),
  );
  return (
    <AccessLayout title={t('tokens.pageTitle')} intro={t('tokens.intro')}>
      <TokensSection directory={directory} permissions={permissions} />
      <WorkloadIdentitiesSection
        directory={directory}
        permissions={permissions.value ?? []}
      />
    </AccessLayout>
  );
}
