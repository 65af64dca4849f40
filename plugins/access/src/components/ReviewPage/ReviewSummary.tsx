import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoment, useLanguage } from '@nerds/page-parts';
import type { AccessReview } from '@nerds/plugin-access-common';
import type { Directory } from '../../hooks/useDirectory';
import { useDueText } from '../../hooks/useDueText';
import { useTeamName } from '../../hooks/useTeamName';
import { accessTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { Progress } from '../Progress';
import { Section } from '../Section';

/** How a review stands. @internal */
export function ReviewSummary(props: {
  review: AccessReview;
  directory: Directory;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  const toDueText = useDueText();
  const toTeamName = useTeamName();
  const { review, directory } = props;
  const toBy = (iso: string, person?: string) =>
    person
      ? t('review.by', {
          moment: formatMoment(iso, language),
          person: directory.toName(person),
        })
      : t('review.bySchedule', { moment: formatMoment(iso, language) });
  return (
    <Section id="summary" title={t('review.summary')}>
      <Facts
        facts={[
          [t('startReview.about'), toTeamName(review.team)],
          [t('review.state'), t(`reviewState.${review.state}`)],
          [t('review.decided'), <Progress review={review} />],
          [
            t('review.due'),
            review.state === 'open' ? toDueText(review.dueAt) : undefined,
          ],
          [t('review.started'), toBy(review.startedAt, review.startedBy)],
          [
            t('review.completedOn'),
            review.completedAt && toBy(review.completedAt, review.completedBy),
          ],
        ]}
      />
    </Section>
  );
}
