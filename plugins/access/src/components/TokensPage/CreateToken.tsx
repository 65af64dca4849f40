import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { ProblemAlert, type Resource } from '@nerds/page-parts';
import {
  machineTokenCreatePermission,
  type CreatedMachineToken,
  type GrantablePermission,
} from '@nerds/plugin-machine-access-common';
import { RiKey2Line } from '@remixicon/react';
import { useState } from 'react';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { CreatedTokenDialog } from '../CreatedTokenDialog';
import { CreateTokenForm } from '../CreateTokenForm';
import { RefusableButton } from '../RefusableButton';
import styles from './TokensPage.module.css';

const REFUSAL_ID = 'token-create-refused';
const FORM_ID = 'token-form';

/**
 * The button that opens the form, and the secret of what was just made.
 *
 * @remarks
 * The secret lives in the memory of this component only and is gone when the
 * dialog closes: not in the URL, not in any storage of the browser, not in a log.
 * @internal
 */
export function CreateToken(props: {
  directory: Directory;
  permissions: Resource<GrantablePermission[]>;
  onCreated: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { directory, permissions, onCreated } = props;
  const create = usePermission({ permission: machineTokenCreatePermission });
  const [isOpen, setIsOpen] = useState(false);
  const [created, setCreated] = useState<CreatedMachineToken>();
  const { me } = directory;

  if (create.loading || me.isLoading) return null;
  const toRefusal = () => {
    if (!create.allowed) {
      return t('createToken.refused', {
        whom: directory.toHolders('administrator'),
      });
    }
    return me.value?.teams.length === 0 ? t('createToken.noTeam') : undefined;
  };
  const refusal = toRefusal();
  const failure = me.error ?? permissions.error;
  return (
    <>
      <div className={styles.actions}>
        <RefusableButton
          variant={isOpen ? 'secondary' : 'primary'}
          iconStart={<RiKey2Line aria-hidden="true" />}
          refusedBy={refusal ? REFUSAL_ID : undefined}
          aria-expanded={isOpen}
          aria-controls={isOpen ? FORM_ID : undefined}
          onPress={() => setIsOpen(!isOpen)}
        >
          {t('createToken.open')}
        </RefusableButton>
        {refusal && (
          <Text as="p" variant="body-small" id={REFUSAL_ID}>
            {refusal}
          </Text>
        )}
      </div>
      {isOpen && failure && (
        <ProblemAlert
          error={failure}
          onRetry={() => {
            me.refresh();
            permissions.refresh();
          }}
        />
      )}
      {isOpen && !refusal && me.value && permissions.value && (
        <CreateTokenForm
          id={FORM_ID}
          teams={me.value.teams}
          permissions={permissions.value}
          onCreated={answer => {
            setIsOpen(false);
            setCreated(answer);
            onCreated();
          }}
          onCancel={() => setIsOpen(false)}
        />
      )}
      {created && (
        <CreatedTokenDialog
          created={created}
          onClose={() => setCreated(undefined)}
        />
      )}
    </>
  );
}
