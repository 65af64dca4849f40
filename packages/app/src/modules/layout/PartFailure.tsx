import {
  type ErrorDisplayProps,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { appTranslationRef } from '../../translation';
import { isRefusal } from './isRefusal';
import { Message } from './Message';
import { useTitleTranslation } from './useTitleTranslation';
import { WhomToAsk } from './WhomToAsk';

/**
 * Stands in the place of a part of the page that broke, or that the person may
 * not see.
 *
 * @internal
 */
export function PartFailure({ plugin, error, resetError }: ErrorDisplayProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const translateTitle = useTitleTranslation();
  const name = translateTitle(plugin?.title ?? plugin?.pluginId ?? 'app');
  if (isRefusal(error)) {
    return (
      <Message heading="h2" role="alert" title={t('refused.title')}>
        <p>{t('refused.text', { plugin: name })}</p>
        <WhomToAsk heading="h3" />
      </Message>
    );
  }
  return (
    <Message heading="h2" role="alert" title={t('failure.title')}>
      <p>{t('failure.text', { plugin: name })}</p>
      <pre lang="en">{error.message}</pre>
      <Button onPress={resetError}>{t('failure.retry')}</Button>
    </Message>
  );
}
