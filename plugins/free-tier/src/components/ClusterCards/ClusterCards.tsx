import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, Link } from '@backstage/ui';
import { formatDistance, formatMoment, useLanguage } from '@nerds/page-parts';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import { toEntityName } from '../../domain/entityName';
import type { RegionsAndTiers } from '../../hooks/useRegionsAndTiers';
import { clusterRouteRef } from '../../routes';
import { freeTierTranslationRef } from '../../translation';
import { ClusterStateLabel } from '../ClusterStateLabel';
import styles from './ClusterCards.module.css';

/** Clusters as cards under each other, for narrow screens. @internal */
export function ClusterCards(props: {
  clusters: Cluster[];
  names: Pick<RegionsAndTiers, 'toRegionTitle' | 'toSizeTitle'>;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const toCluster = useRouteRef(clusterRouteRef);
  const { clusters, names } = props;
  const now = new Date();
  return (
    <ul className={styles.list} aria-label={t('list.label')}>
      {clusters.map(cluster => (
        <li key={cluster.id}>
          <Card>
            <CardBody>
              <Link href={toCluster?.({ id: cluster.id })} weight="bold">
                {cluster.name}
              </Link>
              <ClusterStateLabel state={cluster.state} />
              <dl className={styles.facts}>
                <dt>{t('column.owner')}</dt>
                <dd>{toEntityName(cluster.owner)}</dd>
                <dt>{t('column.size')}</dt>
                <dd>{names.toSizeTitle(cluster)}</dd>
                <dt>{t('column.region')}</dt>
                <dd>{names.toRegionTitle(cluster.region)}</dd>
                <dt>{t('column.expires')}</dt>
                <dd title={formatMoment(cluster.expiresAt, language)}>
                  {formatDistance(cluster.expiresAt, now, language)}
                </dd>
              </dl>
            </CardBody>
          </Card>
        </li>
      ))}
    </ul>
  );
}
