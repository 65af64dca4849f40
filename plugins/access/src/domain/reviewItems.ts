import type {
  AccessReview,
  ReviewItem,
  ReviewItemKind,
} from '@nerds/plugin-access-common';

/** People first, then what acts for them. */
const KINDS: ReviewItemKind[] = [
  'member',
  'role-grant',
  'machine-token',
  'cluster-credential',
];

/** The items of a review by kind; a kind without items is left out. @internal */
export function groupItems(
  items: ReviewItem[],
): { kind: ReviewItemKind; items: ReviewItem[] }[] {
  return KINDS.map(kind => ({
    kind,
    items: items.filter(item => item.kind === kind),
  })).filter(group => group.items.length > 0);
}

/** What the person can still confirm: undecided, and not the own access. @internal */
export function listConfirmable(review: AccessReview): ReviewItem[] {
  return (review.items ?? []).filter(item => !item.decision && !item.isOwn);
}

/** Why a review cannot be completed yet; absent when it can. @internal */
export function toCompletionObstacle(
  review: AccessReview,
): 'undecided' | 'only-own' | 'sources' | undefined {
  const undecided = (review.items ?? []).filter(item => !item.decision);
  if (undecided.length > 0) {
    return undecided.every(item => item.isOwn) ? 'only-own' : 'undecided';
  }
  return review.sources?.some(({ state }) => state !== 'gathered')
    ? 'sources'
    : undefined;
}
