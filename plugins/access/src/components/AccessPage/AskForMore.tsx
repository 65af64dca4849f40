import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { toEntityName } from '../../domain/entityName';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Section } from '../Section';
import styles from './AccessPage.module.css';

/** Whom to ask for what one may not do yet. @internal */
export function AskForMore(props: { directory: Directory }) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { toHolders, toHoldersFor, me } = props.directory;
  const teams = me.value?.teams ?? [];
  const toTeamText = (ref: string) => {
    const team = toEntityName(ref);
    const whom = toHoldersFor('team-lead', ref);
    return whom
      ? t('ask.team', { team, whom })
      : t('ask.teamUnknown', { team });
  };
  return (
    <Section id="ask" title={t('ask.title')}>
      <ul className={styles.plain}>
        <li>
          <Text as="p">
            {t('ask.role', { whom: toHolders('administrator') })}
          </Text>
        </li>
        {teams.map(team => (
          <li key={team}>
            <Text as="p">{toTeamText(team)}</Text>
          </li>
        ))}
        <li>
          <Text as="p">{t('ask.membership')}</Text>
        </li>
      </ul>
    </Section>
  );
}
