import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { isFreeTierApiError } from '../../api';
import { useErrorText } from '../../hooks/useErrorText';
import { freeTierTranslationRef } from '../../translation';

/**
 * Says that a call failed, why, and what can be done: trying again, unless the
 * person may not do or see it, for then trying again changes nothing.
 *
 * @param isStale - `true` when older content is still shown below
 * @internal
 */
export function ProblemAlert(props: {
  error: Error;
  isStale?: boolean;
  onRetry?: () => void;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const toText = useErrorText();
  const { error, isStale = false, onRetry } = props;
  const status = isFreeTierApiError(error) ? error.status : undefined;
  const isRefused = status === 401 || status === 403 || status === 404;

  const toTitle = () => {
    if (status === 401 || status === 403) return t('error.forbidden');
    if (status === 404) return t('error.notFound');
    return isStale ? t('error.stale') : t('error.title');
  };
  return (
    <Alert
      role="alert"
      icon
      status={isRefused || isStale ? 'warning' : 'danger'}
      title={toTitle()}
      description={toText(error)}
      customActions={
        onRetry && !isRefused ? (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('error.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}
