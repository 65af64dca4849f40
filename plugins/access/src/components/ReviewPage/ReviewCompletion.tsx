import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { AccessReview } from '@nerds/plugin-access-common';
import { useState } from 'react';
import { accessApiRef } from '../../api';
import {
  listConfirmable,
  toCompletionObstacle,
} from '../../domain/reviewItems';
import { accessTranslationRef } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';
import { RefusableButton } from '../RefusableButton';
import { Section } from '../Section';
import styles from './ReviewPage.module.css';

const OBSTACLE_ID = 'review-obstacle';

/** Confirming what is left, and closing the review. @internal */
export function ReviewCompletion(props: {
  review: AccessReview;
  onChanged: (review: AccessReview) => void;
  /** Loads it again: completing looks once more at who has access, and may find more. */
  onRefresh: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const { review, onChanged, onRefresh } = props;
  const [asking, setAsking] = useState<'confirmAll' | 'complete'>();
  const confirmable = listConfirmable(review);
  const obstacle = toCompletionObstacle(review);
  const count = confirmable.length;
  const confirmAll = () =>
    api.decide(
      review.id,
      confirmable.map(({ id }) => ({ itemId: id, decision: 'confirm' })),
    );
  const change = async (call: () => Promise<AccessReview>) => {
    try {
      onChanged(await call());
    } catch (error) {
      onRefresh();
      throw error;
    }
  };
  return (
    <Section id="completion" title={t('complete.title')}>
      <Text as="p" id={OBSTACLE_ID}>
        {obstacle ? t(`completeObstacle.${obstacle}`) : t('complete.ready')}
      </Text>
      <div className={styles.actions}>
        {count > 0 && (
          <RefusableButton
            variant="secondary"
            onPress={() => setAsking('confirmAll')}
          >
            {t('confirmAll.button', { count })}
          </RefusableButton>
        )}
        <RefusableButton
          variant="primary"
          refusedBy={obstacle && OBSTACLE_ID}
          onPress={() => setAsking('complete')}
        >
          {t('complete.button')}
        </RefusableButton>
      </div>
      {asking === 'confirmAll' && (
        <ConfirmDialog
          title={t('confirmAll.title')}
          text={t('confirmAll.text', { count })}
          confirmLabel={t('confirmAll.submit')}
          onConfirm={() => change(confirmAll)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'complete' && (
        <ConfirmDialog
          title={t('complete.confirmTitle')}
          text={t('complete.confirmText')}
          confirmLabel={t('complete.button')}
          onConfirm={() => change(() => api.completeReview(review.id))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Section>
  );
}
