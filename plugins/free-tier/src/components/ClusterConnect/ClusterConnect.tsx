import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { Cluster, IssuedKubeconfig } from '@nerds/plugin-free-tier-common';
import { useState } from 'react';
import { toEntityName } from '../../domain/entityName';
import { freeTierTranslationRef } from '../../translation';
import { Section } from '../Section';
import { MachineAccess } from './MachineAccess';
import { PersonAccess } from './PersonAccess';

/** How to get into a cluster, for oneself or for a pipeline. @internal */
export function ClusterConnect(props: { cluster: Cluster }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { cluster } = props;
  const [issued, setIssued] = useState<IssuedKubeconfig>();
  const toDisabledReason = () => {
    if (cluster.permissions.connect) return undefined;
    return cluster.state === 'ready' || cluster.state === 'degraded'
      ? t('connect.notAllowed', { team: toEntityName(cluster.owner) })
      : t('connect.notReady');
  };
  const disabledReason = toDisabledReason();
  return (
    <Section id="connect" title={t('connect.title')}>
      <Tabs>
        <TabList aria-label={t('connect.kind')}>
          <Tab id="person">{t('connect.person')}</Tab>
          <Tab id="machine">{t('connect.machine')}</Tab>
        </TabList>
        <TabPanel id="person">
          <PersonAccess cluster={cluster} disabledReason={disabledReason} />
        </TabPanel>
        <TabPanel id="machine">
          <MachineAccess
            cluster={cluster}
            disabledReason={disabledReason}
            issued={issued}
            onIssued={setIssued}
          />
        </TabPanel>
      </Tabs>
    </Section>
  );
}
