import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { isPortalApiError } from '../../api';
import { useErrorText } from '../../hooks/useErrorText';
import { accessTranslationRef } from '../../translation';

/**
 * Says that a call failed, why, and what can be done: trying again, unless the
 * person may not do or see it, for then trying again changes nothing.
 *
 * @param isStale - `true` when older content is still shown below
 * @param whomToAsk - what to say to who may not see it, instead of what the API says
 * @internal
 */
export function ProblemAlert(props: {
  error: Error;
  isStale?: boolean;
  whomToAsk?: string;
  onRetry?: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const toText = useErrorText();
  const { error, isStale = false, whomToAsk, onRetry } = props;
  const status = isPortalApiError(error) ? error.status : undefined;
  const isForbidden = status === 401 || status === 403;
  const isRefused = isForbidden || status === 404;

  const toTitle = () => {
    if (isForbidden) return t('error.forbidden');
    if (status === 404) return t('error.notFound');
    return isStale ? t('error.stale') : t('error.title');
  };
  return (
    <Alert
      role="alert"
      icon
      status={isRefused || isStale ? 'warning' : 'danger'}
      title={toTitle()}
      description={(isForbidden && whomToAsk) || toText(error)}
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
