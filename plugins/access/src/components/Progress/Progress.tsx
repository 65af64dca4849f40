import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccessReview } from '@nerds/plugin-access-common';
import { accessTranslationRef } from '../../translation';
import styles from './Progress.module.css';

/** How much of a review is decided, in words and as a bar. @internal */
export function Progress(props: {
  review: Pick<AccessReview, 'decidedCount' | 'itemCount'>;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { decidedCount, itemCount } = props.review;
  const share = itemCount === 0 ? 0 : decidedCount / itemCount;
  return (
    <span className={styles.progress}>
      {t('review.progress', {
        decided: `${decidedCount}`,
        total: `${itemCount}`,
      })}
      {/* says nothing that the words do not */}
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}
