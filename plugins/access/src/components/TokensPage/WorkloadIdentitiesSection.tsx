import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ProblemAlert, useResource } from '@nerds/page-parts';
import type {
  GrantablePermission,
  WorkloadIdentity,
} from '@nerds/plugin-machine-access-common';
import { useCallback } from 'react';
import { machineAccessApiRef } from '../../api';
import { toEntityName } from '../../domain/entityName';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { Loading } from '../Loading';
import { Section } from '../Section';
import styles from './TokensPage.module.css';

function IdentityItem(props: {
  identity: WorkloadIdentity;
  permissions: GrantablePermission[];
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { identity, permissions } = props;
  const titles = identity.permissions.map(
    name => permissions.find(known => known.name === name)?.title ?? name,
  );
  return (
    <li className={styles.item}>
      <Text as="h3" variant="body-medium" weight="bold">
        {identity.title}
      </Text>
      <Facts
        facts={[
          [t('tokens.team'), toEntityName(identity.team)],
          [t('tokens.permissions'), titles.join(', ')],
          [t('identities.issuer'), <code>{identity.issuer}</code>],
          [t('identities.audience'), <code>{identity.audience}</code>],
          [
            t('identities.claims'),
            <ul className={styles.claims}>
              {Object.entries(identity.claims).map(([claim, value]) => (
                <li key={claim}>
                  <code>
                    {claim} = {value}
                  </code>
                </li>
              ))}
            </ul>,
          ],
        ]}
      />
    </li>
  );
}

/** CI systems that get in with an identity of their own, without a token. @internal */
export function WorkloadIdentitiesSection(props: {
  directory: Directory;
  permissions: GrantablePermission[];
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(machineAccessApiRef);
  const { directory, permissions } = props;
  const { value, error, isLoading, refresh } = useResource(
    useCallback(signal => api.listWorkloadIdentities({ signal }), [api]),
  );
  return (
    <Section id="identities" title={t('identities.title')}>
      <Text as="p">{t('identities.text')}</Text>
      {isLoading && <Loading />}
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value?.length === 0 && <Text as="p">{t('identities.empty')}</Text>}
      {!!value?.length && (
        <ul className={styles.list} aria-label={t('identities.title')}>
          {value.map(identity => (
            <IdentityItem
              key={identity.id}
              identity={identity}
              permissions={permissions}
            />
          ))}
        </ul>
      )}
      <Text as="p" variant="body-small">
        {t('identities.ask', {
          whom: directory.toHolders('platform-engineer'),
        })}
      </Text>
    </Section>
  );
}
