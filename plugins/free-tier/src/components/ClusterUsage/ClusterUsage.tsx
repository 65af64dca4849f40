import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import type { QuotaUsage } from '@nerds/plugin-free-tier-common';
import { toQuotaParts } from '../../domain/quotaParts';
import { toUsedShare } from '../../domain/quantity';
import { useQuotaText } from '../../hooks/useQuotaText';
import { freeTierTranslationRef } from '../../translation';
import { Section } from '../Section';
import styles from './ClusterUsage.module.css';

function UsageBar(props: { usage: QuotaUsage; label: string }) {
  const toText = useQuotaText();
  const { usage, label } = props;
  const share = Math.min(1, toUsedShare(usage.used, usage.hard));
  return (
    <li>
      <div className={styles.label}>
        <Text as="span">{label}</Text>
        <Text as="span" color="secondary">
          {toText(usage)}
        </Text>
      </div>
      {/* the text beside it says the same, so the bar is for the eye only */}
      <div className={styles.track} aria-hidden="true">
        <div className={styles.fill} style={{ width: `${share * 100}%` }} />
      </div>
    </li>
  );
}

/** What a cluster uses of its quota: the usual resources as bars, the others as a list. @internal */
export function ClusterUsage(props: { quota: QuotaUsage[] }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const toText = useQuotaText();
  const { main, others } = toQuotaParts(props.quota);
  return (
    <Section id="usage" title={t('usage.title')}>
      {props.quota.length === 0 && <Text as="p">{t('usage.none')}</Text>}
      {main.length > 0 && (
        <ul className={styles.bars}>
          {main.map(({ usage, label }) => (
            <UsageBar
              key={usage.resource}
              usage={usage}
              label={t(`resource.${label}`)}
            />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Accordion>
          <AccordionTrigger level={3} title={t('usage.others')} />
          <AccordionPanel>
            <ul className={styles.others}>
              {others.map(usage => (
                <li key={usage.resource}>
                  <code>{usage.resource}</code>: {toText(usage)}
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </Accordion>
      )}
    </Section>
  );
}
