import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isFreeTierApiError } from '../api';
import { freeTierTranslationRef } from '../translation';

/** The sentence for people of a failed call. @internal */
export function useErrorText(): (error: Error) => string {
  const { t } = useTranslationRef(freeTierTranslationRef);
  return error => {
    if (!isFreeTierApiError(error)) return t('error.unreachable');
    return (
      error.problem?.detail ?? t('error.status', { status: `${error.status}` })
    );
  };
}
