import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Flex,
  Skeleton,
  Text,
  VisuallyHidden,
  useBreakpoint,
} from '@backstage/ui';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import { useCallback, useState } from 'react';
import { freeTierApiRef, type ClusterScope } from '../../api';
import { isClusterMoving } from '../../domain/clusterProgress';
import { usePolledResource } from '../../hooks/usePolledResource';
import type { RegionsAndTiers } from '../../hooks/useRegionsAndTiers';
import { useRequestCluster } from '../../hooks/useRequestCluster';
import { freeTierTranslationRef } from '../../translation';
import { ClusterCards } from '../ClusterCards';
import { ClustersTable } from '../ClustersTable';
import { ProblemAlert } from '../ProblemAlert';
import styles from './ClustersPage.module.css';

const MOVING_INTERVAL_MS = 2_000;
const STILL_INTERVAL_MS = 30_000;

/** More rows than a person reads make the page slow for nothing. */
const PAGE_SIZE = 50;

function ListSkeleton() {
  const { t } = useTranslationRef(freeTierTranslationRef);
  return (
    <Flex direction="column" gap="2">
      <VisuallyHidden role="status">{t('list.loading')}</VisuallyHidden>
      {[0, 1, 2].map(row => (
        <Skeleton key={row} width="100%" height={40} />
      ))}
    </Flex>
  );
}

function EmptyList(props: { scope: ClusterScope }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { href } = useRequestCluster();
  const sentences = {
    mine: t('list.emptyMine'),
    teams: t('list.emptyTeams'),
    all: t('list.emptyAll'),
  };
  return (
    <div className={styles.empty} role="status">
      <Text as="p" variant="body-large" weight="bold">
        {sentences[props.scope]}
      </Text>
      {href && <Text as="p">{t('list.emptyHint')}</Text>}
    </div>
  );
}

function byNewest(left: Cluster, right: Cluster): number {
  return right.createdAt.localeCompare(left.createdAt);
}

/** The clusters of one scope, kept up to date while they are looked at. @internal */
export function ClustersList(props: {
  scope: ClusterScope;
  names: Pick<RegionsAndTiers, 'toRegionTitle' | 'toSizeTitle'>;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { scope, names } = props;
  const isNarrow = useBreakpoint().down('md');
  const [limit, setLimit] = useState(PAGE_SIZE);
  const { value, error, isLoading, refresh } = usePolledResource(
    useCallback(signal => api.listClusters(scope, { signal }), [api, scope]),
    clusters =>
      clusters?.some(isClusterMoving) ? MOVING_INTERVAL_MS : STILL_INTERVAL_MS,
  );

  if (isLoading) return <ListSkeleton />;
  const clusters = [...(value ?? [])].sort(byNewest);
  const shown = clusters.slice(0, limit);
  const hidden = clusters.length - shown.length;
  const List = isNarrow ? ClusterCards : ClustersTable;
  return (
    <Flex direction="column" gap="3">
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value?.length === 0 && <EmptyList scope={scope} />}
      {shown.length > 0 && (
        <>
          <VisuallyHidden role="status">
            {t('list.loaded', { count: clusters.length })}
          </VisuallyHidden>
          <List clusters={shown} names={names} />
        </>
      )}
      {hidden > 0 && (
        <Button
          variant="secondary"
          onPress={() => setLimit(current => current + PAGE_SIZE)}
        >
          {t('list.more', { count: Math.min(hidden, PAGE_SIZE) })}
        </Button>
      )}
    </Flex>
  );
}
