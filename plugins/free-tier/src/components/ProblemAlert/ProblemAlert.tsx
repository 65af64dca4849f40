import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  ProblemAlert as PlainProblemAlert,
  type ProblemAlertProps,
} from '@nerds/page-parts';
import { accessRouteRef } from '../../routes';
import { freeTierTranslationRef } from '../../translation';

/** Says that a call about clusters failed, and whom to ask about what one may not see. @internal */
export function ProblemAlert(
  props: Pick<ProblemAlertProps, 'error' | 'isStale' | 'onRetry'>,
) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const accessPath = useRouteRef(accessRouteRef)?.();
  return (
    <PlainProblemAlert
      {...props}
      forbidden={{ title: t('error.forbidden') }}
      notFound={{ title: t('error.notFound'), hint: t('error.notFoundWho') }}
      refusedAction={
        accessPath ? (
          <ButtonLink size="small" variant="secondary" href={accessPath}>
            {t('error.toAccess')}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}
