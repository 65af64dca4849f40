import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { CopyButton, formatMoment, useLanguage } from '@nerds/page-parts';
import type { Cluster, IssuedKubeconfig } from '@nerds/plugin-free-tier-common';
import { RiDownloadLine } from '@remixicon/react';
import { saveTextFile } from '../../browser/saveTextFile';
import {
  buildKubeconfigFileName,
  buildKubeconfigYaml,
} from '../../domain/kubeconfigFile';
import { freeTierTranslationRef } from '../../translation';
import styles from './ClusterConnect.module.css';

/**
 * A kubeconfig with a token, this once.
 *
 * @remarks
 * The secret lives in the memory of this page only: not in the URL, not in any
 * storage of the browser, not in a log. Leaving the page forgets it.
 * @internal
 */
export function IssuedSecret(props: {
  cluster: Cluster;
  issued: IssuedKubeconfig;
  onHide: () => void;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const { cluster, issued, onHide } = props;
  const yaml = buildKubeconfigYaml(issued.kubeconfig);
  return (
    <div className={styles.part}>
      <Alert
        role="status"
        icon
        status="warning"
        title={t('machine.issuedTitle')}
        description={t('machine.issuedText', {
          moment: issued.expiresAt
            ? formatMoment(issued.expiresAt, language)
            : '',
        })}
      />
      <pre
        className={`${styles.code} ${styles.secret}`}
        // scrolls, so it must be reachable with the keyboard
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={t('machine.copyWhat')}
      >
        {yaml}
      </pre>
      <div className={styles.actions}>
        <Button
          variant="primary"
          iconStart={<RiDownloadLine aria-hidden="true" />}
          onPress={() =>
            saveTextFile(buildKubeconfigFileName(cluster.name), yaml)
          }
        >
          {t('machine.download')}
        </Button>
        <CopyButton text={yaml} what={t('machine.copyWhat')} />
        <Button variant="tertiary" onPress={onHide}>
          {t('machine.hide')}
        </Button>
      </div>
    </div>
  );
}
