import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ProblemAlert, useResource } from '@nerds/page-parts';
import type { AccessReview } from '@nerds/plugin-access-common';
import { useCallback } from 'react';
import { accessApiRef } from '../../api';
import { useDirectory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { AccessLayout } from '../AccessLayout';
import { Loading } from '../Loading';
import { Section } from '../Section';
import { ReviewListItem } from './ReviewListItem';
import styles from './ReviewsPage.module.css';
import { StartReview } from './StartReview';

function ReviewList(props: {
  id: string;
  title: string;
  empty: string;
  reviews: AccessReview[];
}) {
  const { id, title, empty, reviews } = props;
  return (
    <Section id={id} title={title}>
      {reviews.length === 0 ? (
        <Text as="p">{empty}</Text>
      ) : (
        <ul className={styles.list} aria-labelledby={`${id}-title`}>
          {reviews.map(review => (
            <ReviewListItem key={review.id} review={review} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The reviews of who has access to what, open ones first. @internal */
export function ReviewsPage() {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const directory = useDirectory();
  const { value, error, isLoading, refresh } = useResource(
    useCallback(signal => api.listReviews({ signal }), [api]),
  );
  const open = (value ?? [])
    .filter(({ state }) => state === 'open')
    .sort((left, right) => left.dueAt.localeCompare(right.dueAt));
  const completed = (value ?? [])
    .filter(({ state }) => state === 'completed')
    .sort((left, right) =>
      (right.completedAt ?? '').localeCompare(left.completedAt ?? ''),
    );
  return (
    <AccessLayout title={t('reviews.pageTitle')} intro={t('reviews.intro')}>
      {isLoading && <Loading />}
      {error && (
        <ProblemAlert
          error={error}
          isStale={!!value}
          forbidden={{
            text: t('reviews.forbidden', {
              whom: directory.toHolders('administrator'),
            }),
          }}
          onRetry={refresh}
        />
      )}
      <StartReview directory={directory} open={open} />
      {value && (
        <>
          <ReviewList
            id="open"
            title={t('reviews.open')}
            empty={t('reviews.noOpen')}
            reviews={open}
          />
          <ReviewList
            id="completed"
            title={t('reviews.completed')}
            empty={t('reviews.noCompleted')}
            reviews={completed}
          />
        </>
      )}
    </AccessLayout>
  );
}
