import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { appTranslationRef } from '../../translation';

/**
 * What somebody needs who may not, and whom to ask for it.
 *
 * @internal
 */
export function WhomToAsk(props: { heading: 'h2' | 'h3' }) {
  const { t } = useTranslationRef(appTranslationRef);
  const Heading = props.heading;
  return (
    <>
      <Heading>{t('refused.needTitle')}</Heading>
      <p>{t('refused.need')}</p>
      <Heading>{t('refused.askTitle')}</Heading>
      <ul>
        <li>{t('refused.askLead')}</li>
        <li>{t('refused.askAdministrator')}</li>
      </ul>
      <ButtonLink href="/access">{t('refused.access')}</ButtonLink>
    </>
  );
}
