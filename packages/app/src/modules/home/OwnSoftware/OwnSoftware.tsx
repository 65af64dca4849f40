import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Skeleton, Text } from '@backstage/ui';
import { ProblemAlert, useResource } from '@nerds/page-parts';
import { useCallback } from 'react';
import { appTranslationRef } from '../../../translation';
import styles from './OwnSoftware.module.css';

/** A home page has more to show; the rest is one click away. */
const SHOWN = 5;

const OWN_COMPONENTS = `/catalog?${new URLSearchParams({
  'filters[kind]': 'component',
  'filters[user]': 'owned',
})}`;

/** The components that the person or one of the person's teams owns. @internal */
export function OwnSoftware() {
  const { t } = useTranslationRef(appTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const load = useCallback(async () => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    return catalogApi.queryEntities({
      filter: { kind: 'component', 'relations.ownedBy': ownershipEntityRefs },
      orderFields: { field: 'metadata.name', order: 'asc' },
      fields: ['kind', 'metadata', 'spec.type'],
      limit: SHOWN,
    });
  }, [catalogApi, identityApi]);
  const { value, error, isLoading, refresh } = useResource(load);
  const isEmpty = value?.totalItems === 0;
  return (
    <div>
      {isLoading && <Skeleton width="100%" height={80} />}
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {isEmpty && <Text as="p">{t('home.software.none')}</Text>}
      {value && !isEmpty && (
        <ul className={styles.list}>
          {value.items.map(entity => (
            <li key={entity.metadata.uid} className={styles.row}>
              <EntityRefLink entityRef={entity} defaultKind="component" />
              <span>{String(entity.spec?.type ?? '')}</span>
            </li>
          ))}
        </ul>
      )}
      {value && (
        <Link href={isEmpty ? '/catalog' : OWN_COMPONENTS}>
          {isEmpty
            ? t('home.software.catalog')
            : t('home.software.all', { total: String(value.totalItems) })}
        </Link>
      )}
    </div>
  );
}
