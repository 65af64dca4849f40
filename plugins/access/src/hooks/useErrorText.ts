import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isPortalApiError } from '../api';
import { accessTranslationRef } from '../translation';

/** The sentence for people of a failed call. @internal */
export function useErrorText(): (error: Error) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  return error => {
    if (!isPortalApiError(error)) return t('error.unreachable');
    return (
      error.problem?.detail ?? t('error.status', { status: `${error.status}` })
    );
  };
}
