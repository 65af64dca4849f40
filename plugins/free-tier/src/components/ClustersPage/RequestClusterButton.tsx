import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useRequestCluster } from '../../hooks/useRequestCluster';
import { freeTierTranslationRef } from '../../translation';
import styles from './ClustersPage.module.css';

/** Leads to the form; when the person cannot ask for a cluster it says why. @internal */
export function RequestClusterButton() {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const { href, reason } = useRequestCluster();
  const icon = <RiAddLine aria-hidden="true" />;
  if (href) {
    return (
      <ButtonLink variant="primary" href={href} iconStart={icon}>
        {t('request.button')}
      </ButtonLink>
    );
  }
  return (
    <div className={styles.request}>
      <Button variant="primary" isDisabled iconStart={icon}>
        {t('request.button')}
      </Button>
      {reason && (
        <Text as="p" variant="body-small">
          {reason}
        </Text>
      )}
    </div>
  );
}
