import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { AccessReview } from '@nerds/plugin-access-common';
import { accessTranslationRef } from '../../translation';

/** Says which part of the list is missing; opening the review again asks for it again. @internal */
export function ReviewSources(props: {
  review: AccessReview;
  onRefresh: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { review, onRefresh } = props;
  if (review.state !== 'open') return null;
  const missing = (review.sources ?? []).filter(
    ({ state }) => state !== 'gathered',
  );
  return (
    <>
      {missing.map(({ kind, state, failure }) => (
        <Alert
          key={kind}
          role={state === 'failed' ? 'alert' : 'status'}
          icon
          status="warning"
          title={t(
            `reviewSource.${state === 'failed' ? 'failed' : 'pending'}`,
            {
              what: t(`reviewKind.${kind}`),
            },
          )}
          description={failure ?? t('reviewSource.pendingText')}
          customActions={
            <Button size="small" variant="secondary" onPress={onRefresh}>
              {t('error.retry')}
            </Button>
          }
        />
      ))}
    </>
  );
}
