import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { ProblemAlert, useCall } from '@nerds/page-parts';
import type { AccessReview } from '@nerds/plugin-access-common';
import { accessApiRef } from '../../api';
import { accessTranslationRef } from '../../translation';

/** Says which part of the list is missing, and asks for it again. @internal */
export function ReviewSources(props: {
  review: AccessReview;
  onChanged: (review: AccessReview) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const { review, onChanged } = props;
  const { run, isRunning, error } = useCall(async () =>
    onChanged(await api.refreshReview(review.id)),
  );
  if (review.state !== 'open') return null;
  const missing = (review.sources ?? []).filter(
    ({ state }) => state !== 'gathered',
  );
  return (
    <>
      {error && <ProblemAlert error={error} />}
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
            review.permissions.decide ? (
              <Button
                size="small"
                variant="secondary"
                isDisabled={isRunning}
                onPress={() => void run()}
              >
                {t('error.retry')}
              </Button>
            ) : undefined
          }
        />
      ))}
    </>
  );
}
