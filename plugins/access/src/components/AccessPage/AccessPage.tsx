import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDirectory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { AccessLayout } from '../AccessLayout';
import { AskForMore } from './AskForMore';
import { OwnAccessSection } from './OwnAccessSection';
import { RolesSection } from './RolesSection';

/** Who I am and what I may do, and who has which role. @internal */
export function AccessPage() {
  const { t } = useTranslationRef(accessTranslationRef);
  const directory = useDirectory();
  return (
    <AccessLayout title={t('page.title')} intro={t('own.intro')}>
      <OwnAccessSection directory={directory} />
      {!directory.roles.isLoading && <AskForMore directory={directory} />}
      <RolesSection directory={directory} />
    </AccessLayout>
  );
}
