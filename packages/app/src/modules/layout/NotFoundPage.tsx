import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { appTranslationRef } from '../../translation';
import { DocumentTitle } from './DocumentTitle';
import { Message } from './Message';

/**
 * The page for an address that leads nowhere.
 *
 * @internal
 */
export function NotFoundPage() {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <Message heading="h1" title={t('notFound.title')}>
      <DocumentTitle title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <ButtonLink href="/">{t('notFound.home')}</ButtonLink>
    </Message>
  );
}
