import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { ProblemAlert } from '@nerds/page-parts';
import {
  accessRoleGrantPermission,
  accessRoleRevokePermission,
  type RoleGrant,
} from '@nerds/plugin-access-common';
import { RiUserAddLine } from '@remixicon/react';
import { useState } from 'react';
import { accessApiRef } from '../../api';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Announcement } from '../Announcement';
import { ConfirmDialog } from '../ConfirmDialog';
import { GrantRoleForm } from '../GrantRoleForm';
import { Loading } from '../Loading';
import { RefusableButton } from '../RefusableButton';
import { Section } from '../Section';
import styles from './AccessPage.module.css';
import { RoleItem } from './RoleItem';

const REFUSAL_ID = 'roles-refused';
const FORM_ID = 'roles-form';

/** The button that opens the form, or says why there is none for this person. */
function GrantRole(props: {
  directory: Directory;
  isAllowed: boolean;
  onGranted: (grant: RoleGrant) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { directory, isAllowed, onGranted } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className={styles.actions}>
        <RefusableButton
          variant={isOpen ? 'secondary' : 'primary'}
          iconStart={<RiUserAddLine aria-hidden="true" />}
          refusedBy={isAllowed ? undefined : REFUSAL_ID}
          aria-expanded={isOpen}
          aria-controls={isOpen ? FORM_ID : undefined}
          onPress={() => setIsOpen(!isOpen)}
        >
          {t('grantForm.open')}
        </RefusableButton>
        {!isAllowed && (
          <Text as="p" variant="body-small" id={REFUSAL_ID}>
            {t('grantForm.refused', {
              whom: directory.toHolders('administrator'),
            })}
          </Text>
        )}
      </div>
      {isOpen && isAllowed && (
        <GrantRoleForm
          id={FORM_ID}
          directory={directory}
          onGranted={grant => {
            setIsOpen(false);
            onGranted(grant);
          }}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

/** The roles with who has them; an administrator gives and takes them here. @internal */
export function RolesSection(props: { directory: Directory }) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const { directory } = props;
  const { value, error, isLoading, refresh } = directory.roles;
  const grant = usePermission({ permission: accessRoleGrantPermission });
  const revoke = usePermission({ permission: accessRoleRevokePermission });
  const [done, setDone] = useState('');
  const [revoking, setRevoking] = useState<RoleGrant>();
  const isKnown = !grant.loading && !revoke.loading;

  const toTitle = (role: RoleGrant['role']) =>
    value?.find(candidate => candidate.role === role)?.title ??
    t(`role.${role}`);
  const tell = (key: 'roles.granted' | 'roles.revoked', about: RoleGrant) => {
    setDone(
      t(key, {
        who: directory.toName(about.subject),
        role: toTitle(about.role),
      }),
    );
    refresh();
    directory.me.refresh();
  };
  return (
    <Section id="roles" title={t('roles.title')}>
      <Text as="p">{t('roles.intro')}</Text>
      {isLoading && <Loading />}
      {error && (
        <ProblemAlert
          error={error}
          isStale={!!value}
          forbidden={{
            text: t('roles.forbidden', { whom: t('ask.operator') }),
          }}
          onRetry={refresh}
        />
      )}
      <Announcement text={done} />
      {value && isKnown && (
        <>
          <GrantRole
            directory={directory}
            isAllowed={grant.allowed}
            onGranted={granted => tell('roles.granted', granted)}
          />
          <ul className={styles.list}>
            {value.map(role => (
              <RoleItem
                key={role.role}
                role={role}
                directory={directory}
                refusedBy={revoke.allowed ? undefined : REFUSAL_ID}
                onRevoke={setRevoking}
              />
            ))}
          </ul>
        </>
      )}
      {revoking && (
        <ConfirmDialog
          title={t('revokeRole.title')}
          text={t('revokeRole.text', {
            who: directory.toName(revoking.subject),
            role: toTitle(revoking.role),
          })}
          confirmLabel={t('revokeRole.button')}
          isDestructive
          onConfirm={async () => {
            await api.revokeRole(revoking.id ?? '');
            tell('roles.revoked', revoking);
          }}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </Section>
  );
}
