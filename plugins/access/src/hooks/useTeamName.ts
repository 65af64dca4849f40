import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PRIVILEGED_ROLES_TEAM } from '@nerds/plugin-access-common';
import { toEntityName } from '../domain/entityName';
import { accessTranslationRef } from '../translation';

/** Names what a review is about: a team, or the roles that reach further. @internal */
export function useTeamName(): (team: string) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  return team =>
    team === PRIVILEGED_ROLES_TEAM
      ? t('review.privileged')
      : t('review.ofTeam', { team: toEntityName(team) });
}
