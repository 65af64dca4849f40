import type { Language } from '@nerds/http-api';
import type {
  AccessReview,
  ReviewItem,
  ReviewSource,
} from '@nerds/plugin-access-common';
import type { ReviewItemRecord } from '../domain/reviewRecords';
import type {
  ReviewDetails,
  ReviewSourceView,
  ReviewView,
} from '../services/ReviewService';

/** A review in a list. @internal */
export function toReviewAnswer({
  review,
  permissions,
}: ReviewView): AccessReview {
  return {
    id: review.id,
    team: review.team,
    state: review.state,
    startedAt: review.startedAt.toISOString(),
    startedBy: review.startedBy,
    dueAt: review.dueAt.toISOString(),
    completedAt: review.completedAt?.toISOString(),
    completedBy: review.completedBy,
    itemCount: review.itemCount,
    decidedCount: review.decidedCount,
    permissions,
  };
}

/**
 * A review with what is in it.
 *
 * @param userEntityRef - who reads it, to point out the own access
 * @internal
 */
export function toReviewDetailsAnswer(
  details: ReviewDetails,
  userEntityRef: string,
  language: Language,
): AccessReview {
  return {
    ...toReviewAnswer(details),
    items: details.items.map(item => ({
      ...toItemAnswer(item, language),
      isOwn: item.subject === userEntityRef || undefined,
    })),
    sources: details.sources.map(source => toSourceAnswer(source, language)),
  };
}

function toItemAnswer(item: ReviewItemRecord, language: Language): ReviewItem {
  const found = {
    id: item.id,
    kind: item.kind,
    subject: item.subject,
    access: item.access[language],
    since: item.since?.toISOString(),
    lastUsedAt: item.lastUsedAt?.toISOString(),
    expiresAt: item.expiresAt?.toISOString(),
  };
  // An intention to revoke is no decision until the access is gone.
  if (!item.appliedAt) return { ...found, failure: item.failure?.[language] };
  return {
    ...found,
    decision: item.decision,
    reason: item.reason,
    decidedBy: item.decidedBy,
    decidedAt: item.decidedAt?.toISOString(),
    followUp: item.followUp?.[language],
  };
}

function toSourceAnswer(
  source: ReviewSourceView,
  language: Language,
): ReviewSource {
  const { kind, gatheredAt, failure } = source;
  if (!gatheredAt) return { kind, state: 'pending' };
  return {
    kind,
    state: failure ? 'failed' : 'gathered',
    failure: failure?.[language],
    gatheredAt: gatheredAt.toISOString(),
  };
}
