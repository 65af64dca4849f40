import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { appTranslationRef } from '../../translation';
import { DocumentTitle } from './DocumentTitle';
import { Message } from './Message';
import { WhomToAsk } from './WhomToAsk';

/**
 * The page for an address that leads nowhere, or nowhere for this person.
 *
 * @remarks
 * Pages of Backstage that need a permission show this one to who does not have
 * it, so that nobody can find out what there is; it cannot tell the two apart.
 *
 * @internal
 */
export function NotFoundPage() {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <Message heading="h1" title={t('notFound.title')}>
      <DocumentTitle title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <ButtonLink href="/" variant="secondary">
        {t('notFound.home')}
      </ButtonLink>
      <p>{t('notFound.refused')}</p>
      <WhomToAsk heading="h2" />
    </Message>
  );
}
