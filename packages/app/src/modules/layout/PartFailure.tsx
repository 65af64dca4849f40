import {
  type ErrorDisplayProps,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { appTranslationRef } from '../../translation';
import { Message } from './Message';
import { useTitleTranslation } from './useTitleTranslation';

/**
 * Stands in the place of a part of the page that broke.
 *
 * @internal
 */
export function PartFailure({ plugin, error, resetError }: ErrorDisplayProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const translateTitle = useTitleTranslation();
  const name = translateTitle(plugin?.title ?? plugin?.pluginId ?? 'app');
  return (
    <Message heading="h2" role="alert" title={t('failure.title')}>
      <p>{t('failure.text', { plugin: name })}</p>
      <pre lang="en">{error.message}</pre>
      <Button onPress={resetError}>{t('failure.retry')}</Button>
    </Message>
  );
}
