import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { useCall } from '@nerds/page-parts';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { freeTierApiRef } from '../../api';
import { saveTextFile } from '../../browser/saveTextFile';
import {
  buildConnectCommands,
  buildKubeconfigFileName,
  buildKubeconfigYaml,
} from '../../domain/kubeconfigFile';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import styles from './ClusterConnect.module.css';
import { CommandLine } from './CommandLine';

/** A person's own access: a kubeconfig without a secret, and what to do with it. @internal */
export function PersonAccess(props: {
  cluster: Cluster;
  /** Why there is no access now; absent when there is. */
  disabledReason?: string;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { cluster, disabledReason } = props;
  const fileName = buildKubeconfigFileName(cluster.name);
  const commands = buildConnectCommands(cluster.name);
  const [isSaved, setIsSaved] = useState(false);
  const { run, isRunning, error } = useCall(async () => {
    const { kubeconfig } = await api.issueKubeconfig(cluster.id, {
      kind: 'person',
    });
    saveTextFile(fileName, buildKubeconfigYaml(kubeconfig));
    setIsSaved(true);
  });
  return (
    <div className={styles.part}>
      <Text as="p">{t('person.text')}</Text>
      <Text as="p">{t('person.needs')}</Text>
      {error && <ProblemAlert error={error} />}
      <div className={styles.actions}>
        <Button
          variant="primary"
          iconStart={<RiDownloadLine aria-hidden="true" />}
          isDisabled={!!disabledReason || isRunning}
          onPress={() => void run()}
        >
          {t('person.download')}
        </Button>
        <Text as="span" variant="body-small" role="status">
          {disabledReason ?? (isSaved && t('person.done', { file: fileName }))}
        </Text>
      </div>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('command.title')}
      </Text>
      <CommandLine title={t('command.save')} command={commands.save} />
      <CommandLine title={t('command.use')} command={commands.use} />
      <CommandLine title={t('command.tryOut')} command={commands.tryOut} />
    </div>
  );
}
