import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDistance, useLanguage } from '@nerds/page-parts';
import { formatDay } from '../domain/moment';
import { accessTranslationRef } from '../translation';

/** Puts in words when a review is due; says so when that has passed. @internal */
export function useDueText(): (dueAt: string) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  return dueAt => {
    const now = new Date();
    const values = {
      day: formatDay(dueAt, language),
      distance: formatDistance(dueAt, now, language),
    };
    return new Date(dueAt) < now
      ? t('review.overdue', values)
      : t('review.dueOn', values);
  };
}
