import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { formatDistance, useLanguage } from '@nerds/page-parts';
import type { ReviewItem } from '@nerds/plugin-access-common';
import { formatDay } from '../../domain/moment';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { RefusableButton } from '../RefusableButton';
import { ReviewItemDecision } from './ReviewItemDecision';
import styles from './ReviewPage.module.css';

interface ReviewItemRowProps {
  item: ReviewItem;
  isOpen: boolean;
  isBusy: boolean;
  /** Id of the text that says why the person cannot decide at all. */
  refusedBy?: string;
  directory: Directory;
  onConfirm: () => void;
  onRevoke: () => void;
}

/** What can be done: everything at first, later only taking away what was confirmed. */
function DecisionButtons(props: ReviewItemRowProps & { who: string }) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { item, isBusy, who } = props;
  const isDecided = item.decision !== undefined;
  const ownId = `own-${item.id}`;
  const refusedBy = props.refusedBy ?? (item.isOwn ? ownId : undefined);
  const about = { who, access: item.access };
  return (
    <>
      {item.isOwn && !props.refusedBy && (
        <Text as="p" variant="body-small" id={ownId}>
          {t('review.own')}
        </Text>
      )}
      <div className={styles.actions}>
        {!isDecided && (
          <RefusableButton
            size="small"
            variant="secondary"
            refusedBy={refusedBy}
            isDisabled={isBusy}
            aria-label={t('review.confirmLabel', about)}
            onPress={props.onConfirm}
          >
            {t('review.confirm')}
          </RefusableButton>
        )}
        <RefusableButton
          size="small"
          variant="secondary"
          destructive={!isDecided}
          refusedBy={refusedBy}
          aria-label={
            isDecided
              ? t('review.revokeAfterAllLabel', about)
              : t('review.revokeLabel', about)
          }
          onPress={props.onRevoke}
        >
          {isDecided ? t('review.revokeAfterAll') : t('review.revoke')}
        </RefusableButton>
      </div>
    </>
  );
}

/** One access: who, to what, how long, and what was decided about it. @internal */
export function ReviewItemRow(props: ReviewItemRowProps) {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  const { item, isOpen, directory } = props;
  const who = directory.toName(item.subject);
  // a record must say the same whenever it is read
  const toLastUse = (iso: string) =>
    isOpen
      ? formatDistance(iso, new Date(), language)
      : formatDay(iso, language);
  const toDay = (iso?: string) => iso && formatDay(iso, language);
  return (
    <li className={styles.item}>
      <Text as="h3" variant="body-medium" weight="bold">
        {who}
      </Text>
      <Text as="p">{item.access}</Text>
      <Facts
        facts={[
          [t('review.since'), toDay(item.since)],
          [
            item.kind === 'member'
              ? t('review.lastSignIn')
              : t('review.lastUsed'),
            item.lastUsedAt && toLastUse(item.lastUsedAt),
          ],
          [t('review.expires'), toDay(item.expiresAt)],
        ]}
      />
      {item.failure && (
        <Alert
          role="alert"
          icon
          status="danger"
          title={t('review.failed')}
          description={item.failure}
        />
      )}
      {item.decision && (
        <ReviewItemDecision item={item} directory={directory} />
      )}
      {isOpen && item.decision !== 'revoke' && (
        <DecisionButtons {...props} who={who} />
      )}
    </li>
  );
}
