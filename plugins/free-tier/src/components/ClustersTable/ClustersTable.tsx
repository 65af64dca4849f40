import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Link,
  Table,
  Text,
  type ColumnConfig,
} from '@backstage/ui';
import { formatDistance, formatMoment, useLanguage } from '@nerds/page-parts';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import { toEntityName } from '../../domain/entityName';
import type { RegionsAndTiers } from '../../hooks/useRegionsAndTiers';
import { clusterRouteRef } from '../../routes';
import { freeTierTranslationRef } from '../../translation';
import { ClusterStateLabel } from '../ClusterStateLabel';

/** Clusters as a table, for screens wide enough for one. @internal */
export function ClustersTable(props: {
  clusters: Cluster[];
  names: Pick<RegionsAndTiers, 'toRegionTitle' | 'toSizeTitle'>;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const toCluster = useRouteRef(clusterRouteRef);
  const { clusters, names } = props;
  const now = new Date();

  const columns: ColumnConfig<Cluster>[] = [
    {
      id: 'name',
      label: t('column.name'),
      isRowHeader: true,
      cell: cluster => (
        <Cell>
          <Link href={toCluster?.({ id: cluster.id })}>{cluster.name}</Link>
        </Cell>
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: cluster => (
        <Cell>
          <ClusterStateLabel state={cluster.state} />
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: t('column.owner'),
      cell: cluster => <CellText title={toEntityName(cluster.owner)} />,
    },
    {
      id: 'size',
      label: t('column.size'),
      cell: cluster => <CellText title={names.toSizeTitle(cluster)} />,
    },
    {
      id: 'region',
      label: t('column.region'),
      cell: cluster => <CellText title={names.toRegionTitle(cluster.region)} />,
    },
    {
      id: 'expires',
      label: t('column.expires'),
      cell: cluster => (
        <Cell>
          <Text
            as="span"
            variant="body-medium"
            title={formatMoment(cluster.expiresAt, language)}
          >
            {formatDistance(cluster.expiresAt, now, language)}
          </Text>
        </Cell>
      ),
    },
  ];
  return (
    <Table
      columnConfig={columns}
      data={clusters}
      pagination={{ type: 'none' }}
    />
  );
}
