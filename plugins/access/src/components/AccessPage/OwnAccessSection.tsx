import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ProblemAlert } from '@nerds/page-parts';
import type { OwnAccess, OwnRole } from '@nerds/plugin-access-common';
import { toEntityName } from '../../domain/entityName';
import type { Directory } from '../../hooks/useDirectory';
import { useGrantText } from '../../hooks/useGrantText';
import { accessTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { Loading } from '../Loading';
import { Section } from '../Section';
import styles from './AccessPage.module.css';

function OwnRoleItem(props: {
  role: OwnRole;
  access: OwnAccess;
  directory: Directory;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { role, access, directory } = props;
  const toGrantText = useGrantText(directory);
  const described = directory.roles.value?.find(
    candidate => candidate.role === role.role,
  );
  return (
    <li className={styles.item}>
      <Text as="p" weight="bold">
        {described?.title ?? t(`role.${role.role}`)}
      </Text>
      {described && <Text as="p">{described.description}</Text>}
      {role.teams && role.teams.length > 0 && (
        <Text as="p">
          {t('own.forTeams', {
            teams: role.teams.map(toEntityName).join(', '),
          })}
        </Text>
      )}
      <Text as="p" variant="body-small" color="secondary">
        {role.grant
          ? t('grant.why', {
              subject:
                role.grant.subject === access.userEntityRef
                  ? t('grant.you')
                  : directory.toName(role.grant.subject),
              text: toGrantText(role.grant),
            })
          : t('own.everyone')}
      </Text>
    </li>
  );
}

/** Who is signed in, as what, and why. @internal */
export function OwnAccessSection(props: { directory: Directory }) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { directory } = props;
  const { value, error, isLoading, refresh } = directory.me;
  return (
    <Section id="own" title={t('own.title')}>
      {isLoading && <Loading />}
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value && (
        <>
          <Facts
            facts={[
              [t('own.name'), directory.toName(value.userEntityRef)],
              [t('own.account'), <code>{value.userEntityRef}</code>],
              [
                t('own.teams'),
                value.teams.map(toEntityName).join(', ') || t('own.noTeams'),
              ],
            ]}
          />
          <Text as="h3" variant="body-medium" weight="bold">
            {t('own.roles')}
          </Text>
          <ul className={styles.list}>
            {value.roles.map((role, index) => (
              <OwnRoleItem
                key={role.grant?.id ?? `${role.role}-${index}`}
                role={role}
                access={value}
                directory={directory}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
