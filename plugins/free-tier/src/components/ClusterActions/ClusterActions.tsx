import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import { useState } from 'react';
import { freeTierApiRef } from '../../api';
import { toEntityName } from '../../domain/entityName';
import { freeTierTranslationRef } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';
import { Section } from '../Section';

/** Deleting a cluster, after its name was typed; says why when it cannot be done. @internal */
export function ClusterActions(props: {
  cluster: Cluster;
  onChanged: () => void;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { cluster, onChanged } = props;
  const [isAsking, setIsAsking] = useState(false);
  const toDisabledReason = () => {
    if (cluster.state === 'deleting') return t('delete.busy');
    if (cluster.state === 'deleted') return t('delete.gone');
    if (cluster.permissions.delete) return undefined;
    return t('delete.notAllowed', { team: toEntityName(cluster.owner) });
  };
  const disabledReason = toDisabledReason();
  return (
    <Section id="delete" title={t('delete.title')}>
      <Flex direction="column" align="start" gap="3">
        <Text as="p">{t('delete.text')}</Text>
        <Button
          variant="secondary"
          destructive
          isDisabled={!!disabledReason}
          onPress={() => setIsAsking(true)}
        >
          {t('delete.button')}
        </Button>
        {disabledReason && (
          <Text as="p" variant="body-small">
            {disabledReason}
          </Text>
        )}
      </Flex>
      {isAsking && (
        <ConfirmDialog
          title={t('delete.confirmTitle', { name: cluster.name })}
          text={t('delete.confirmText')}
          confirmLabel={t('delete.confirm')}
          typedName={cluster.name}
          onConfirm={async () => {
            await api.deleteCluster(cluster.id);
            onChanged();
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Section>
  );
}
