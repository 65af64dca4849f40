import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Section } from '../Section';
import styles from './AccessPage.module.css';

/** Whom to ask for what one may not do yet. @internal */
export function AskForMore(props: { directory: Directory }) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { toHolders, toName, me } = props.directory;
  const teams = me.value?.teams ?? [];
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
            <Text as="p">
              {t('ask.team', {
                team: toName(team),
                whom: toHolders('team-lead', team),
              })}
            </Text>
          </li>
        ))}
        <li>
          <Text as="p">{t('ask.membership')}</Text>
        </li>
      </ul>
    </Section>
  );
}
