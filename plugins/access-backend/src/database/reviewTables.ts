import type { LocalizedText } from '@nerds/http-api';
import type {
  ReviewDecision,
  ReviewItemKind,
  ReviewState,
} from '@nerds/plugin-access-common';
import type {
  ReviewItemRecord,
  ReviewRecord,
  ReviewSourceRecord,
} from '../domain/reviewRecords';

/** Row of `reviews`. @internal */
export interface DbReviewsRow {
  id: string;
  team: string;
  state: ReviewState;
  started_at: Date;
  started_by: string | null;
  due_at: Date;
  completed_at: Date | null;
  completed_by: string | null;
}

/** Row of `reviews` with the numbers of its items, which PostgreSQL sends as text. @internal */
export interface DbCountedReviewsRow extends DbReviewsRow {
  item_count: string;
  decided_count: string;
}

/** Row of `review_items`. @internal */
export interface DbReviewItemsRow {
  id: string;
  review_id: string;
  kind: ReviewItemKind;
  source_key: string;
  subject: string;
  access: LocalizedText;
  since: Date | null;
  last_used_at: Date | null;
  expires_at: Date | null;
  decision: ReviewDecision | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  applied_at: Date | null;
  failure: LocalizedText | null;
  follow_up: LocalizedText | null;
}

/** Row of `review_sources`. @internal */
export interface DbReviewSourcesRow {
  review_id: string;
  kind: ReviewItemKind;
  failure: LocalizedText | null;
  gathered_at: Date;
  gathered_by: string;
}

/** Row of `review_reminders`. @internal */
export interface DbReviewRemindersRow {
  review_id: string;
  step: string;
  sent_at: Date;
}

/** @internal */
export function toReviewRecord(row: DbCountedReviewsRow): ReviewRecord {
  return {
    id: row.id,
    team: row.team,
    state: row.state,
    startedAt: row.started_at,
    startedBy: row.started_by ?? undefined,
    dueAt: row.due_at,
    completedAt: row.completed_at ?? undefined,
    completedBy: row.completed_by ?? undefined,
    itemCount: Number(row.item_count),
    decidedCount: Number(row.decided_count),
  };
}

/** @internal */
export function toReviewItemRecord(row: DbReviewItemsRow): ReviewItemRecord {
  return {
    id: row.id,
    kind: row.kind,
    sourceKey: row.source_key,
    subject: row.subject,
    access: row.access,
    since: row.since ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    decision: row.decision ?? undefined,
    reason: row.reason ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    appliedAt: row.applied_at ?? undefined,
    failure: row.failure ?? undefined,
    followUp: row.follow_up ?? undefined,
  };
}

/** @internal */
export function toReviewSourceRecord(
  row: DbReviewSourcesRow,
): ReviewSourceRecord {
  return {
    kind: row.kind,
    failure: row.failure ?? undefined,
    gatheredAt: row.gathered_at,
  };
}
