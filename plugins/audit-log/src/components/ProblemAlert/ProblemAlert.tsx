import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink } from '@backstage/ui';
import { isAuditLogApiError } from '../../api';
import { useErrorText } from '../../hooks/useErrorText';
import { accessRouteRef } from '../../routes';
import { auditLogTranslationRef } from '../../translation';

/** Who may not: trying again changes nothing, so it says whom to ask. */
function Refusal() {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const toAccess = useRouteRef(accessRouteRef);
  return (
    <Alert
      role="alert"
      icon
      status="warning"
      title={t('error.forbidden')}
      description={t('error.forbiddenWho')}
      customActions={
        toAccess && (
          <ButtonLink size="small" variant="secondary" href={toAccess()}>
            {t('error.toAccess')}
          </ButtonLink>
        )
      }
    />
  );
}

/**
 * Says that a call failed, why, and what can be done about it.
 *
 * @param isStale - `true` when older content is still shown below
 * @internal
 */
export function ProblemAlert(props: {
  error: Error;
  isStale?: boolean;
  onRetry?: () => void;
}) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const toText = useErrorText();
  const { error, isStale = false, onRetry } = props;
  const status = isAuditLogApiError(error) ? error.status : undefined;
  if (status === 401 || status === 403) return <Refusal />;
  return (
    <Alert
      role="alert"
      icon
      status={isStale ? 'warning' : 'danger'}
      title={isStale ? t('error.stale') : t('error.title')}
      description={toText(error)}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    />
  );
}
