import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Container,
  Flex,
  PluginHeader,
  Skeleton,
  VisuallyHidden,
} from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import { RiBox3Line } from '@remixicon/react';
import { useCallback, useEffect } from 'react';
import { Helmet } from 'react-helmet';
import { useLocation, useParams } from 'react-router-dom';
import { freeTierApiRef } from '../../api';
import { isClusterMoving } from '../../domain/clusterProgress';
import { usePolledResource } from '../../hooks/usePolledResource';
import { useRegionsAndTiers } from '../../hooks/useRegionsAndTiers';
import { clustersRouteRef } from '../../routes';
import { freeTierTranslationRef } from '../../translation';
import { ClusterActions } from '../ClusterActions';
import { ClusterConnect } from '../ClusterConnect';
import { ClusterDetails } from '../ClusterDetails';
import { ClusterEvents } from '../ClusterEvents';
import { ClusterProgress } from '../ClusterProgress';
import { ClusterUsage } from '../ClusterUsage';
import { ProblemAlert } from '../ProblemAlert';
import { RegionBanners } from '../RegionBanners';
import { ClusterStateBanner } from './ClusterStateBanner';

const MOVING_INTERVAL_MS = 2_000;
const STILL_INTERVAL_MS = 30_000;

/** Goes to the part that the URL names (`#connect`), once it is on the page. */
function useScrollToHash(isShown: boolean) {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isShown || !hash) return;
    const id = hash.slice(1);
    document.getElementById(id)?.scrollIntoView?.();
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
  }, [hash, isShown]);
}

function ClusterSections(props: { cluster: Cluster; onChanged: () => void }) {
  const { cluster, onChanged } = props;
  const names = useRegionsAndTiers();
  const isGone = cluster.state === 'deleting' || cluster.state === 'deleted';
  const isReady = cluster.state === 'ready';
  useScrollToHash(true);
  return (
    <>
      <ClusterStateBanner cluster={cluster} onChanged={onChanged} />
      <RegionBanners
        regions={names.regions.filter(region => region.name === cluster.region)}
      />
      {!isGone && !isReady && <ClusterProgress cluster={cluster} />}
      {!isGone && <ClusterConnect cluster={cluster} />}
      {!isGone && <ClusterUsage quota={cluster.quota} />}
      <ClusterDetails cluster={cluster} names={names} />
      {isReady && <ClusterProgress cluster={cluster} />}
      <ClusterEvents cluster={cluster} />
      <ClusterActions cluster={cluster} onChanged={onChanged} />
    </>
  );
}

/** The page of one cluster, kept up to date while it is looked at. @internal */
export function ClusterPage() {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { id = '' } = useParams();
  const api = useApi(freeTierApiRef);
  const language = useLanguage();
  const toClusters = useRouteRef(clustersRouteRef);
  const { value, error, isLoading, refresh } = usePolledResource(
    useCallback(
      signal => api.getCluster(id, { signal }),
      // the sentences come in the language of the call
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, id, language],
    ),
    cluster =>
      cluster && isClusterMoving(cluster)
        ? MOVING_INTERVAL_MS
        : STILL_INTERVAL_MS,
  );
  const name = value?.name ?? t('page.title');
  const clustersPath = toClusters?.() ?? '/';
  return (
    <>
      <Helmet title={name} />
      <PluginHeader
        title={name}
        icon={<RiBox3Line />}
        breadcrumbs={[
          { label: t('page.title'), href: clustersPath },
          ...(value
            ? [{ label: name, href: `${clustersPath}/${value.id}` }]
            : []),
        ]}
      />
      <Container py="4">
        <Flex direction="column" gap="4">
          {isLoading && (
            <>
              <VisuallyHidden role="status">
                {t('field.loading')}
              </VisuallyHidden>
              <Skeleton width="100%" height={64} />
              <Skeleton width="100%" height={240} />
            </>
          )}
          {error && (
            <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
          )}
          {value && <ClusterSections cluster={value} onChanged={refresh} />}
        </Flex>
      </Container>
    </>
  );
}
