import type { LocalizedText } from '@nerds/http-api';
import type {
  ReviewDecision,
  ReviewItemKind,
  ReviewState,
} from '@nerds/plugin-access-common';

/** A review with how far it is. @internal */
export interface ReviewRecord {
  id: string;
  /** Entity ref. */
  team: string;
  state: ReviewState;
  startedAt: Date;
  /** Entity ref; absent: the schedule. */
  startedBy?: string;
  dueAt: Date;
  completedAt?: Date;
  /** Entity ref. */
  completedBy?: string;
  itemCount: number;
  decidedCount: number;
}

/** An access as its source found it. @internal */
export interface FoundItem {
  /** What the source knows it by, and revokes it with. */
  sourceKey: string;
  /** Entity ref, or the name of a token. */
  subject: string;
  access: LocalizedText;
  since?: Date;
  lastUsedAt?: Date;
  expiresAt?: Date;
}

/** An access in a review, with what was decided. @internal */
export interface ReviewItemRecord extends FoundItem {
  id: string;
  kind: ReviewItemKind;
  decision?: ReviewDecision;
  reason?: string;
  /** Entity ref. */
  decidedBy?: string;
  decidedAt?: Date;
  /** Absent with a decision: the revocation has not succeeded yet. */
  appliedAt?: Date;
  failure?: LocalizedText;
  followUp?: LocalizedText;
}

/** Whether the items of a kind could be gathered. @internal */
export interface ReviewSourceRecord {
  kind: ReviewItemKind;
  failure?: LocalizedText;
  gatheredAt: Date;
}

/** A decision that was checked. @internal */
export interface CheckedDecision {
  itemId: string;
  decision: ReviewDecision;
  /** With `revoke` always. */
  reason?: string;
}

/** Every kind of access that a team has. @internal */
export const REVIEW_ITEM_KINDS = [
  'member',
  'role-grant',
  'machine-token',
  'cluster-credential',
] as const satisfies ReviewItemKind[];
