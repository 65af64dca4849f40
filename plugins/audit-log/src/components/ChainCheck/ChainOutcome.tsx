import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import type { AuditVerification } from '@nerds/plugin-audit-log-common';
import { formatMoment } from '../../domain/moment';
import { auditLogTranslationRef } from '../../translation';
import styles from './ChainCheck.module.css';

function Intact({ outcome }: { outcome: AuditVerification }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const language = useLanguage();
  const { checkedCount, lastSequence, lastHash } = outcome;
  if (checkedCount === 0) return <Text as="p">{t('chain.empty')}</Text>;
  return (
    <>
      <Text as="p">
        {t('chain.intactText', {
          count: checkedCount,
          moment: formatMoment(outcome.checkedAt, language),
        })}
      </Text>
      <Text as="p">{t('chain.keep')}</Text>
      <dl className={styles.facts}>
        <dt>{t('chain.lastSequence')}</dt>
        <dd>{lastSequence}</dd>
        <dt>{t('chain.lastHash')}</dt>
        <dd>{lastHash}</dd>
      </dl>
    </>
  );
}

function Broken({ outcome }: { outcome: AuditVerification }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const { brokenAt, problem } = outcome;
  return (
    <>
      <Text as="p">
        {brokenAt === undefined
          ? t('chain.brokenSomewhere')
          : t('chain.brokenText', { sequence: `${brokenAt}` })}
      </Text>
      {problem && (
        <Text as="p">
          {t('chain.problem')} <span lang="en">{problem}</span>
        </Text>
      )}
      <Text as="p">{t('chain.brokenNext')}</Text>
    </>
  );
}

/** What checking the chain found, and what to do with it. @internal */
export function ChainOutcome(props: {
  outcome: AuditVerification;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const { outcome, onClose } = props;
  const isIntact = outcome.state === 'intact';
  return (
    <Alert
      role={isIntact ? 'status' : 'alert'}
      icon
      status={isIntact ? 'success' : 'danger'}
      title={t(`chain.${outcome.state}`)}
      description={
        <Flex direction="column" gap="2">
          {isIntact ? (
            <Intact outcome={outcome} />
          ) : (
            <Broken outcome={outcome} />
          )}
        </Flex>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={onClose}>
          {t('chain.close')}
        </Button>
      }
    />
  );
}
