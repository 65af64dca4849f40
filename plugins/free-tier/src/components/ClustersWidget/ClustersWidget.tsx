import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link, Skeleton, Text } from '@backstage/ui';
import { useCallback } from 'react';
import { freeTierApiRef } from '../../api';
import { isClusterMoving } from '../../domain/clusterProgress';
import { usePolledResource } from '../../hooks/usePolledResource';
import { clusterRouteRef, clustersRouteRef } from '../../routes';
import { freeTierTranslationRef } from '../../translation';
import { RequestClusterButton } from '../ClustersPage';
import { ClusterStateLabel } from '../ClusterStateLabel';
import { ProblemAlert } from '../ProblemAlert';
import styles from './ClustersWidget.module.css';

const MOVING_INTERVAL_MS = 2_000;
const STILL_INTERVAL_MS = 60_000;

/** A home page has more to show; the rest is one click away. */
const SHOWN = 5;

/** The clusters of the person's teams on the home page, and the way to a new one. @internal */
export function ClustersWidget() {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const toClusters = useRouteRef(clustersRouteRef);
  const toCluster = useRouteRef(clusterRouteRef);
  const { value, error, isLoading, refresh } = usePolledResource(
    useCallback(signal => api.listClusters('teams', { signal }), [api]),
    clusters =>
      clusters?.some(isClusterMoving) ? MOVING_INTERVAL_MS : STILL_INTERVAL_MS,
  );
  return (
    <div>
      {isLoading && <Skeleton width="100%" height={80} />}
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value?.length === 0 && <Text as="p">{t('widget.none')}</Text>}
      {!!value?.length && (
        <>
          <Text as="p">{t('list.loaded', { count: value.length })}</Text>
          <ul className={styles.list}>
            {value.slice(0, SHOWN).map(cluster => (
              <li key={cluster.id} className={styles.row}>
                <Link href={toCluster?.({ id: cluster.id })}>
                  {cluster.name}
                </Link>
                <ClusterStateLabel state={cluster.state} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        <RequestClusterButton />
        <Link href={toClusters?.()}>{t('widget.all')}</Link>
      </div>
    </div>
  );
}
