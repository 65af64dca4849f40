import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProblemAlert, useResource } from '@nerds/page-parts';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { accessApiRef } from '../../api';
import { useDirectory } from '../../hooks/useDirectory';
import { useTeamName } from '../../hooks/useTeamName';
import { accessTranslationRef } from '../../translation';
import { AccessLayout } from '../AccessLayout';
import { Loading } from '../Loading';
import { ReviewDetails } from './ReviewDetails';

/** One review: to be decided while it is open, a record once it is completed. @internal */
export function ReviewPage() {
  const { t } = useTranslationRef(accessTranslationRef);
  const { id = '' } = useParams();
  const api = useApi(accessApiRef);
  const toTeamName = useTeamName();
  const directory = useDirectory();
  const { value, error, isLoading, refresh, setValue } = useResource(
    useCallback(signal => api.getReview(id, { signal }), [api, id]),
  );
  const title = value
    ? t('review.title', { what: toTeamName(value.team) })
    : t('reviews.pageTitle');
  return (
    <AccessLayout
      title={title}
      intro={
        value?.state === 'completed'
          ? t('review.recordIntro')
          : t('review.intro')
      }
    >
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
      {value && (
        <ReviewDetails
          review={value}
          directory={directory}
          onChanged={setValue}
          onRefresh={refresh}
        />
      )}
    </AccessLayout>
  );
}
