import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import type { AccessReview } from '@nerds/plugin-access-common';
import { formatDay } from '../../domain/moment';
import { useDueText } from '../../hooks/useDueText';
import { useTeamName } from '../../hooks/useTeamName';
import { reviewRouteRef } from '../../routes';
import { accessTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { Progress } from '../Progress';
import styles from './ReviewsPage.module.css';

/** One review in the list, with when it is due and how far it is. @internal */
export function ReviewListItem(props: { review: AccessReview }) {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  const toReview = useRouteRef(reviewRouteRef);
  const toTeamName = useTeamName();
  const toDueText = useDueText();
  const { review } = props;
  return (
    <li className={styles.item}>
      <Link href={toReview?.({ id: review.id })} weight="bold">
        {review.completedAt
          ? t('reviews.completedLink', {
              what: toTeamName(review.team),
              day: formatDay(review.completedAt, language),
            })
          : toTeamName(review.team)}
      </Link>
      <Facts
        facts={[
          [t('review.started'), formatDay(review.startedAt, language)],
          [
            t('review.due'),
            review.state === 'open' ? toDueText(review.dueAt) : undefined,
          ],
          [t('review.decided'), <Progress review={review} />],
        ]}
      />
    </li>
  );
}
