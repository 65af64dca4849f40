import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink } from '@backstage/ui';
import { isFreeTierApiError } from '../../api';
import { useErrorText } from '../../hooks/useErrorText';
import { accessRouteRef } from '../../routes';
import { freeTierTranslationRef } from '../../translation';

/**
 * Says that a call failed, why, and what can be done: trying again, or whom to
 * ask when the person may not do or see it, for then trying again changes nothing.
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
  const accessPath = useRouteRef(accessRouteRef)?.();
  const { error, isStale = false, onRetry } = props;
  const status = isFreeTierApiError(error) ? error.status : undefined;
  const isRefused = status === 401 || status === 403 || status === 404;

  const toTitle = () => {
    if (status === 401 || status === 403) return t('error.forbidden');
    if (status === 404) return t('error.notFound');
    return isStale ? t('error.stale') : t('error.title');
  };
  const toDescription = () => {
    if (status === 404) return `${toText(error)} ${t('error.notFoundWho')}`;
    return toText(error);
  };
  const toAction = () => {
    if (isRefused) {
      return accessPath ? (
        <ButtonLink size="small" variant="secondary" href={accessPath}>
          {t('error.toAccess')}
        </ButtonLink>
      ) : undefined;
    }
    return onRetry ? (
      <Button size="small" variant="secondary" onPress={onRetry}>
        {t('error.retry')}
      </Button>
    ) : undefined;
  };
  return (
    <Alert
      role="alert"
      icon
      status={isRefused || isStale ? 'warning' : 'danger'}
      title={toTitle()}
      description={toDescription()}
      customActions={toAction()}
    />
  );
}
