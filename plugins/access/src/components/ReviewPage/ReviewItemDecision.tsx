import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import type { ReviewItem } from '@nerds/plugin-access-common';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { formatDay } from '../../domain/moment';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import styles from './ReviewPage.module.css';

/** Id of the text with the decision about an item. @internal */
export function toDecisionId(itemId: string): string {
  return `decision-${itemId}`;
}

/** What was decided about an item, by whom, and what still has to happen. @internal */
export function ReviewItemDecision(props: {
  item: ReviewItem;
  directory: Directory;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  const { item, directory } = props;
  const isConfirmed = item.decision === 'confirm';
  const Icon = isConfirmed ? RiCheckLine : RiCloseLine;
  const values = {
    person: item.decidedBy ? directory.toName(item.decidedBy) : '–',
    day: item.decidedAt ? formatDay(item.decidedAt, language) : '–',
  };
  return (
    <>
      <Text
        as="p"
        id={toDecisionId(item.id)}
        tabIndex={-1}
        className={styles.decision}
      >
        <Icon size={16} aria-hidden="true" />
        {isConfirmed
          ? t('review.confirmedBy', values)
          : t('review.revokedBy', values)}
      </Text>
      {item.reason && (
        <Text as="p" variant="body-small">
          {t('grant.reason', { reason: item.reason })}
        </Text>
      )}
      {item.followUp && (
        <Alert
          icon
          status="warning"
          title={t('review.followUp')}
          description={item.followUp}
        />
      )}
    </>
  );
}
