import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, Text } from '@backstage/ui';
import type { GrantablePermission } from '@nerds/plugin-machine-access-common';
import { useId } from 'react';
import { accessTranslationRef } from '../../translation';
import { FieldMessage } from '../FieldMessage';
import styles from './CreateTokenForm.module.css';

/** Asks what the machine may do; nothing is chosen at first. @internal */
export function PermissionsField(props: {
  permissions: GrantablePermission[];
  error?: string;
  /** Names of permissions. */
  value: string[];
  onChange: (names: string[]) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const messageId = useId();
  const { permissions, error, value, onChange } = props;
  return (
    <div>
      <CheckboxGroup
        label={t('tokens.permissions')}
        secondaryLabel={t('field.required')}
        description={t('createToken.permissionsHint')}
        aria-describedby={messageId}
        isRequired
        isInvalid={!!error}
        validationBehavior="aria"
        value={value}
        onChange={onChange}
      >
        {permissions.map(permission => (
          <Checkbox key={permission.name} value={permission.name}>
            <span className={styles.choice}>
              <Text as="span" weight="bold">
                {permission.title}
              </Text>
              <Text as="span" variant="body-small">
                {permission.description}
              </Text>
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      <FieldMessage id={messageId} error={error} />
    </div>
  );
}
