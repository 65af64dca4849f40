import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isAuditLogApiError } from '../api';
import { auditLogTranslationRef } from '../translation';

/** The sentence for people of a failed call. @internal */
export function useErrorText(): (error: Error) => string {
  const { t } = useTranslationRef(auditLogTranslationRef);
  return error => {
    if (!isAuditLogApiError(error)) return t('error.unreachable');
    return (
      error.problem?.detail ?? t('error.status', { status: `${error.status}` })
    );
  };
}
