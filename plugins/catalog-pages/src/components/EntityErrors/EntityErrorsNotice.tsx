import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import { useResource } from '@nerds/page-parts';
import { useCallback } from 'react';
import { listEntityErrors } from '../../api/listEntityErrors';
import { useClientOptions } from '../../hooks/useClientOptions';
import { entityErrorsRouteRef } from '../../routes';
import { catalogPagesTranslationRef } from '../../translation';

/**
 * Says on the list of the catalog that something is missing from it. Nothing
 * when nothing is, and when that cannot be told: the list is there all the same.
 *
 * @internal
 */
export function EntityErrorsNotice() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const client = useClientOptions();
  const href = useRouteRef(entityErrorsRouteRef)?.();
  const load = useCallback(
    (signal: AbortSignal) => listEntityErrors(client, { limit: 1 }, { signal }),
    [client],
  );
  const count = useResource(load).value?.totalItems ?? 0;
  if (count === 0 || !href) return null;
  return (
    <Alert
      mb="4"
      icon
      status="warning"
      title={t('errors.notice', { count })}
      description={<Link href={href}>{t('errors.noticeLink')}</Link>}
    />
  );
}
