import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { RoleDescription, RoleGrant } from '@nerds/plugin-access-common';
import { toEntityName } from '../../domain/entityName';
import type { Directory } from '../../hooks/useDirectory';
import { useGrantText } from '../../hooks/useGrantText';
import { accessTranslationRef } from '../../translation';
import { RefusableButton } from '../RefusableButton';
import styles from './AccessPage.module.css';

function GrantItem(props: {
  grant: RoleGrant;
  roleTitle: string;
  directory: Directory;
  refusedBy?: string;
  onRevoke: (grant: RoleGrant) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { grant, roleTitle, directory, refusedBy, onRevoke } = props;
  const toGrantText = useGrantText(directory);
  const who = directory.toName(grant.subject);
  return (
    <li className={styles.grant}>
      <div className={styles.grantText}>
        <Text as="p">
          <strong>{who}</strong>
          {grant.team &&
            ` – ${t('roles.forTeam', { team: toEntityName(grant.team) })}`}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {toGrantText(grant)}
        </Text>
      </div>
      {grant.id && (
        <RefusableButton
          size="small"
          variant="secondary"
          destructive
          refusedBy={refusedBy}
          aria-label={t('revokeRole.label', { who, role: roleTitle })}
          onPress={() => onRevoke(grant)}
        >
          {t('revokeRole.button')}
        </RefusableButton>
      )}
    </li>
  );
}

/** One role: what it is for and who has it. @internal */
export function RoleItem(props: {
  role: RoleDescription;
  directory: Directory;
  /** Id of the text that says why the person cannot revoke; absent when the person can. */
  refusedBy?: string;
  onRevoke: (grant: RoleGrant) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { role, ...rest } = props;
  const headingId = `role-${role.role}`;
  return (
    <li className={styles.item}>
      <Text as="h3" variant="body-medium" weight="bold" id={headingId}>
        {role.title}
      </Text>
      <Text as="p">{role.description}</Text>
      {role.grants.length === 0 ? (
        <Text as="p" variant="body-small" color="secondary">
          {role.role === 'developer' ? t('roles.everyone') : t('roles.nobody')}
        </Text>
      ) : (
        <ul className={styles.grants} aria-labelledby={headingId}>
          {role.grants.map(grant => (
            <GrantItem
              key={grant.id ?? `${grant.subject}-${grant.team ?? ''}`}
              grant={grant}
              roleTitle={role.title}
              {...rest}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
