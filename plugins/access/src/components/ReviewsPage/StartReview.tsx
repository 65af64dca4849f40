import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import { ProblemAlert, useCall } from '@nerds/page-parts';
import type { AccessReview } from '@nerds/plugin-access-common';
import { RiPlayLine } from '@remixicon/react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { accessApiRef } from '../../api';
import { listReviewable } from '../../domain/holders';
import type { Directory } from '../../hooks/useDirectory';
import { useTeamName } from '../../hooks/useTeamName';
import { reviewRouteRef } from '../../routes';
import { accessTranslationRef } from '../../translation';
import { RefusableButton } from '../RefusableButton';
import styles from './ReviewsPage.module.css';

const REFUSAL_ID = 'review-start-refused';

/** Names of who can start a review of an own team; empty when the portal knows nobody. */
function toLeads({ me, toHoldersFor }: Directory): string {
  const names = (me.value?.teams ?? []).map(team =>
    toHoldersFor('team-lead', team),
  );
  return names.filter(Boolean).join(', ');
}

/** Starts a review of a team that the person leads; says who can when there is none. @internal */
export function StartReview(props: {
  directory: Directory;
  /** Reviews that are open: a team has one at a time. */
  open: AccessReview[];
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const navigate = useNavigate();
  const toReview = useRouteRef(reviewRouteRef);
  const toTeamName = useTeamName();
  const { directory, open } = props;
  const [chosen, setChosen] = useState('');
  const { run, isRunning, error } = useCall(async (team: string) => {
    const review = await api.startReview(team);
    const path = toReview?.({ id: review.id });
    if (path) navigate(path);
  });
  const { me } = directory;
  if (me.isLoading || directory.roles.isLoading) return null;
  if (!me.value) {
    return me.error ? (
      <ProblemAlert error={me.error} onRetry={me.refresh} />
    ) : null;
  }

  const startable = listReviewable(me.value, directory.people.value ?? []);
  const teams = startable.filter(
    team => !open.some(review => review.team === team),
  );
  const team = teams.length === 1 ? teams[0] : chosen;
  const toRefusal = () => {
    if (startable.length === 0) {
      const whom = toLeads(directory);
      return whom
        ? t('startReview.refused', { whom })
        : t('startReview.refusedUnknown');
    }
    if (teams.length === 0) return t('startReview.allOpen');
    return team ? undefined : t('startReview.chooseFirst');
  };
  const refusal = toRefusal();
  return (
    <div className={styles.start}>
      {error && <ProblemAlert error={error} />}
      {teams.length > 1 && (
        <Select
          size="medium"
          label={t('startReview.about')}
          placeholder={t('startReview.placeholder')}
          options={teams.map(ref => ({ id: ref, label: toTeamName(ref) }))}
          value={chosen || null}
          onChange={key => setChosen(String(key ?? ''))}
        />
      )}
      <RefusableButton
        variant="primary"
        iconStart={<RiPlayLine aria-hidden="true" />}
        refusedBy={refusal ? REFUSAL_ID : undefined}
        isDisabled={isRunning}
        onPress={() => void run(team)}
      >
        {teams.length === 1
          ? t('startReview.buttonFor', { what: toTeamName(teams[0]) })
          : t('startReview.button')}
      </RefusableButton>
      {refusal && (
        <Text as="p" variant="body-small" id={REFUSAL_ID}>
          {refusal}
        </Text>
      )}
    </div>
  );
}
