import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Text } from '@backstage/ui';
import { formatDistance, formatMoment, useLanguage } from '@nerds/page-parts';
import {
  freeTierClusterUpdatePermission,
  type Cluster,
  type MachineCredential,
} from '@nerds/plugin-free-tier-common';
import { useState } from 'react';
import { freeTierApiRef } from '../../api';
import { toEntityName } from '../../domain/entityName';
import type { PolledResource } from '../../hooks/usePolledResource';
import { freeTierTranslationRef } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';
import { ProblemAlert } from '../ProblemAlert';
import styles from './ClusterConnect.module.css';

function CredentialRow(props: {
  credential: MachineCredential;
  isRevocable: boolean;
  onRevoke: () => void;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const { credential, isRevocable, onRevoke } = props;
  const now = new Date();
  const isExpired = new Date(credential.expiresAt) <= now;
  const toStatus = () => {
    if (credential.revokedAt) {
      return t('credentials.revoked', {
        moment: formatMoment(credential.revokedAt, language),
      });
    }
    const moment = formatMoment(credential.expiresAt, language);
    return isExpired
      ? t('credentials.expired', { moment })
      : t('credentials.valid', {
          moment,
          distance: formatDistance(credential.expiresAt, now, language),
        });
  };
  const what = credential.description || t('credentials.noDescription');
  return (
    <li className={styles.credential}>
      <div>
        <Text as="p" weight="bold">
          {what}
        </Text>
        <Text as="p" variant="body-small">
          {toStatus()},{' '}
          {t('credentials.by', { person: toEntityName(credential.createdBy) })}
        </Text>
      </div>
      {!credential.revokedAt && !isExpired && (
        <Button
          size="small"
          variant="secondary"
          destructive
          isDisabled={!isRevocable}
          aria-label={t('credentials.revokeLabel', { what })}
          onPress={onRevoke}
        >
          {t('credentials.revoke')}
        </Button>
      )}
    </li>
  );
}

/** The machine credentials of a cluster, never their secrets, each with a button to revoke it. @internal */
export function MachineCredentials(props: {
  cluster: Cluster;
  credentials: PolledResource<MachineCredential[]>;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { cluster, credentials } = props;
  const [revoking, setRevoking] = useState<MachineCredential>();
  const { value, error, refresh } = credentials;
  // not `permissions` of the cluster: taking access away is possible in every state
  const update = usePermission({
    permission: freeTierClusterUpdatePermission,
    resourceRef: cluster.id,
  });
  return (
    <>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('credentials.title')}
      </Text>
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value?.length === 0 && <Text as="p">{t('credentials.none')}</Text>}
      {!!value?.length && (
        <ul className={styles.credentials}>
          {value.map(credential => (
            <CredentialRow
              key={credential.id}
              credential={credential}
              isRevocable={update.allowed}
              onRevoke={() => setRevoking(credential)}
            />
          ))}
        </ul>
      )}
      {!!value?.length && !update.loading && !update.allowed && (
        <Text as="p" variant="body-small">
          {t('credentials.revokeNotAllowed', {
            team: toEntityName(cluster.owner),
          })}
        </Text>
      )}
      {revoking && (
        <ConfirmDialog
          title={t('credentials.revokeTitle')}
          text={t('credentials.revokeText', {
            what: revoking.description || t('credentials.noDescription'),
          })}
          confirmLabel={t('credentials.revoke')}
          onConfirm={async () => {
            await api.revokeMachineCredential(cluster.id, revoking.id);
            refresh();
          }}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </>
  );
}
