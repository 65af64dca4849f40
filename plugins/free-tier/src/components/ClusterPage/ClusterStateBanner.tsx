import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { useCall } from '@nerds/page-parts';
import type { Cluster, ClusterState } from '@nerds/plugin-free-tier-common';
import { freeTierApiRef } from '../../api';
import { toEntityName } from '../../domain/entityName';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';

const STATUS: Record<ClusterState, 'info' | 'success' | 'warning' | 'danger'> =
  {
    requested: 'info',
    provisioning: 'info',
    ready: 'success',
    degraded: 'warning',
    frozen: 'warning',
    deleting: 'info',
    deleted: 'info',
    failed: 'danger',
  };

/** The state of a cluster in words, what it waits for, and a retry when it failed. @internal */
export function ClusterStateBanner(props: {
  cluster: Cluster;
  onChanged: () => void;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { cluster, onChanged } = props;
  const { run, isRunning, error } = useCall(async () => {
    await api.retryCluster(cluster.id);
    onChanged();
  });
  const isFailed = cluster.state === 'failed';
  return (
    <Flex direction="column" gap="2">
      <Alert
        role="status"
        icon
        status={STATUS[cluster.state]}
        title={t(`state.${cluster.state}`)}
        description={cluster.message ?? t(`stateText.${cluster.state}`)}
        customActions={
          isFailed ? (
            <Button
              size="small"
              variant="primary"
              isDisabled={!cluster.permissions.retry || isRunning}
              onPress={() => void run()}
            >
              {t('retry.button')}
            </Button>
          ) : undefined
        }
      />
      {isFailed && !cluster.permissions.retry && (
        <Text as="p" variant="body-small">
          {t('retry.notAllowed', { team: toEntityName(cluster.owner) })}
        </Text>
      )}
      {error && <ProblemAlert error={error} />}
    </Flex>
  );
}
