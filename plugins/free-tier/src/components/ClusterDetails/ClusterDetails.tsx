import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDistance, formatMoment, useLanguage } from '@nerds/page-parts';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import type { ReactNode } from 'react';
import { toEntityName } from '../../domain/entityName';
import type { RegionsAndTiers } from '../../hooks/useRegionsAndTiers';
import { freeTierTranslationRef } from '../../translation';
import { Section } from '../Section';
import styles from './ClusterDetails.module.css';

/** What was asked for, by whom, and until when. @internal */
export function ClusterDetails(props: {
  cluster: Cluster;
  names: Pick<RegionsAndTiers, 'toRegionTitle' | 'toSizeTitle'>;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const { cluster, names } = props;
  const facts: [string, ReactNode][] = [
    [t('detail.owner'), toEntityName(cluster.owner)],
    [t('detail.size'), names.toSizeTitle(cluster)],
    [t('detail.region'), names.toRegionTitle(cluster.region)],
    [
      t('detail.expires'),
      t('detail.expiresOn', {
        distance: formatDistance(cluster.expiresAt, new Date(), language),
        moment: formatMoment(cluster.expiresAt, language),
      }),
    ],
    [t('detail.namespace'), <code>{cluster.namespace}</code>],
    [t('detail.createdBy'), toEntityName(cluster.createdBy)],
    [t('detail.createdAt'), formatMoment(cluster.createdAt, language)],
    [t('detail.purpose'), cluster.purpose],
  ];
  if (cluster.server) {
    facts.splice(5, 0, [t('detail.server'), <code>{cluster.server}</code>]);
  }
  return (
    <Section id="details" title={t('detail.title')}>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
