import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { accessTranslationRef } from '../../translation';

/** Stands where something will be, and says so. @internal */
export function Loading() {
  const { t } = useTranslationRef(accessTranslationRef);
  return (
    <div>
      <VisuallyHidden role="status">{t('page.loading')}</VisuallyHidden>
      <Skeleton width="100%" height={96} />
    </div>
  );
}
