import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  ProblemAlert as PlainProblemAlert,
  type ProblemAlertProps,
} from '@nerds/page-parts';
import { accessRouteRef } from '../../routes';
import { auditLogTranslationRef } from '../../translation';

/** Says that a call failed; to who may not read the audit log also whom to ask. @internal */
export function ProblemAlert(
  props: Pick<ProblemAlertProps, 'error' | 'isStale' | 'onRetry'>,
) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const toAccess = useRouteRef(accessRouteRef);
  return (
    <PlainProblemAlert
      {...props}
      forbidden={{ title: t('error.forbidden'), text: t('error.forbiddenWho') }}
      refusedAction={
        toAccess && (
          <ButtonLink size="small" variant="secondary" href={toAccess()}>
            {t('error.toAccess')}
          </ButtonLink>
        )
      }
    />
  );
}
