import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ProblemAlert, useCall } from '@nerds/page-parts';
import {
  PRIVILEGED_ROLES_TEAM,
  type AccessReview,
  type ReviewDecisionRequest,
  type ReviewItem,
} from '@nerds/plugin-access-common';
import { useEffect, useState } from 'react';
import { accessApiRef } from '../../api';
import { groupItems } from '../../domain/reviewItems';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Announcement } from '../Announcement';
import { ConfirmDialog } from '../ConfirmDialog';
import { Section } from '../Section';
import { ReviewCompletion } from './ReviewCompletion';
import { toDecisionId } from './ReviewItemDecision';
import { ReviewItemRow } from './ReviewItemRow';
import styles from './ReviewPage.module.css';
import { ReviewSources } from './ReviewSources';
import { ReviewSummary } from './ReviewSummary';

const REFUSAL_ID = 'review-refused';

/** Keeps the place of the keyboard: the button that was pressed is gone. */
function useFocusOn(id: string | undefined) {
  useEffect(() => {
    if (id) document.getElementById(id)?.focus();
  }, [id]);
}

/** What is in a review, and deciding about it. @internal */
export function ReviewDetails(props: {
  review: AccessReview;
  directory: Directory;
  onChanged: (review: AccessReview) => void;
  /** Loads it again: a failure may mean that somebody else changed it. */
  onRefresh: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const { review, directory, onChanged, onRefresh } = props;
  const [revoking, setRevoking] = useState<ReviewItem>();
  const [done, setDone] = useState('');
  const [decidedId, setDecidedId] = useState<string>();
  useFocusOn(revoking || !decidedId ? undefined : toDecisionId(decidedId));
  const decide = async (decision: ReviewDecisionRequest) => {
    try {
      onChanged(await api.decide(review.id, [decision]));
      setDecidedId(decision.itemId);
    } catch (error) {
      onRefresh();
      throw error;
    }
  };
  const confirm = useCall(async (item: ReviewItem) => {
    await decide({ itemId: item.id, decision: 'confirm' });
    setDone(t('review.confirmedNow', { who: directory.toName(item.subject) }));
  });
  const isOpen = review.state === 'open';
  return (
    <>
      <ReviewSummary review={review} directory={directory} />
      <ReviewSources review={review} onChanged={onChanged} />
      {isOpen && !review.permissions.decide && (
        <Text as="p" id={REFUSAL_ID}>
          {review.team === PRIVILEGED_ROLES_TEAM
            ? t('review.refusedPrivileged', {
                whom: directory.toHolders('administrator'),
              })
            : t('review.refused', {
                whom:
                  directory.toHoldersFor('team-lead', review.team) ||
                  t('ask.operator'),
              })}
        </Text>
      )}
      {confirm.error && <ProblemAlert error={confirm.error} />}
      <Announcement text={done} />
      {review.items?.length === 0 && <Text as="p">{t('review.nothing')}</Text>}
      {groupItems(review.items ?? []).map(({ kind, items }) => (
        <Section key={kind} id={kind} title={t(`reviewKind.${kind}`)}>
          <Text as="p">{t(`reviewKindText.${kind}`)}</Text>
          <ul className={styles.list} aria-labelledby={`${kind}-title`}>
            {items.map(item => (
              <ReviewItemRow
                key={item.id}
                item={item}
                isOpen={isOpen}
                isBusy={confirm.isRunning}
                refusedBy={review.permissions.decide ? undefined : REFUSAL_ID}
                directory={directory}
                onConfirm={() => void confirm.run(item)}
                onRevoke={() => setRevoking(item)}
              />
            ))}
          </ul>
        </Section>
      ))}
      {isOpen && review.permissions.decide && (
        <ReviewCompletion
          review={review}
          onChanged={onChanged}
          onRefresh={onRefresh}
        />
      )}
      {revoking && (
        <ConfirmDialog
          title={t('revokeAccess.title', {
            who: directory.toName(revoking.subject),
          })}
          text={t(`revokeAccess.${revoking.kind}`, {
            access: revoking.access,
          })}
          confirmLabel={t('revokeAccess.button')}
          isDestructive
          asksReason
          onConfirm={async reason => {
            await decide({ itemId: revoking.id, decision: 'revoke', reason });
            setDone(
              t('review.revokedNow', {
                who: directory.toName(revoking.subject),
              }),
            );
          }}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </>
  );
}
