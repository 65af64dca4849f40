import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Container, Flex, PluginHeader, Text } from '@backstage/ui';
import {
  EVERY_CLUSTER_REF,
  freeTierClusterReadPermission,
} from '@nerds/plugin-free-tier-common';
import { RiBox3Line } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import type { ClusterScope } from '../../api';
import { useRegionsAndTiers } from '../../hooks/useRegionsAndTiers';
import { freeTierTranslationRef } from '../../translation';
import { RegionBanners } from '../RegionBanners';
import { ClustersList } from './ClustersList';
import styles from './ClustersPage.module.css';
import { RequestClusterButton } from './RequestClusterButton';
import { ScopeFilter } from './ScopeFilter';

const DEFAULT_SCOPE: ClusterScope = 'teams';

/** The page with the list of clusters; the scope is kept in the URL. @internal */
export function ClustersPage() {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const [searchParams, setSearchParams] = useSearchParams();
  const readAll = usePermission({
    permission: freeTierClusterReadPermission,
    resourceRef: EVERY_CLUSTER_REF,
  });
  const names = useRegionsAndTiers();

  const scopes: ClusterScope[] = readAll.allowed
    ? ['mine', 'teams', 'all']
    : ['mine', 'teams'];
  const scope =
    scopes.find(candidate => candidate === searchParams.get('scope')) ??
    DEFAULT_SCOPE;
  return (
    <>
      <PluginHeader title={t('page.title')} icon={<RiBox3Line />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <div className={styles.top}>
            <Text as="p" className={styles.intro}>
              {t('page.intro')}
            </Text>
            <RequestClusterButton />
          </div>
          <RegionBanners regions={names.regions} />
          <ScopeFilter
            scope={scope}
            scopes={scopes}
            onChange={chosen =>
              setSearchParams({ scope: chosen }, { replace: true })
            }
          />
          <ClustersList key={scope} scope={scope} names={names} />
        </Flex>
      </Container>
    </>
  );
}
