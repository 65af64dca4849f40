import type { Role, RoleGrant } from './roles';

/** A text in the languages of the portal. @public */
export interface LocalizedText {
  nl: string;
  en: string;
}

/** A role with what it is for and who has it. @public */
export interface RoleDescription {
  role: Role;
  title: string;
  description: string;
  /** Empty for `developer`: everyone has it. */
  grants: RoleGrant[];
}

/** One role of the signed-in person, and why. @public */
export interface OwnRole {
  role: Role;
  /** Entity refs of the teams it counts for; absent: it is not about a team. */
  teams?: string[];
  /** What gave the role; absent for `developer`. */
  grant?: RoleGrant;
}

/** Who is signed in and what that person is. @public */
export interface OwnAccess {
  userEntityRef: string;
  /** Entity refs of the own teams. */
  teams: string[];
  roles: OwnRole[];
}

/** Somebody who has signed in. @public */
export interface Person {
  /** Entity ref. */
  ref: string;
  displayName?: string;
  /** Entity refs of the teams at the last sign-in. */
  teams: string[];
  /** ISO 8601, UTC. */
  lastSignInAt: string;
}

/** `open`: waits for decisions. `completed`: closed by the team lead. @public */
export type ReviewState = 'open' | 'completed';

/** What kind of access an item of a review is about. @public */
export type ReviewItemKind =
  | 'member'
  | 'role-grant'
  | 'machine-token'
  | 'cluster-credential';

/** @public */
export type ReviewDecision = 'confirm' | 'revoke';

/** One access that somebody or something has to things of the team. @public */
export interface ReviewItem {
  id: string;
  kind: ReviewItemKind;
  /** Who or what has the access: an entity ref, or the name of a token. */
  subject: string;
  /** To what, in the language of the caller. */
  access: string;
  /** ISO 8601, UTC; since when, as far as known. */
  since?: string;
  /** ISO 8601, UTC; when last used, as far as known. */
  lastUsedAt?: string;
  /** ISO 8601, UTC. */
  expiresAt?: string;
  decision?: ReviewDecision;
  reason?: string;
  /** Entity ref. */
  decidedBy?: string;
  /** ISO 8601, UTC. */
  decidedAt?: string;
  /**
   * What still has to happen elsewhere after a revocation, in the language of
   * the caller: a member is taken out of the team at the identity provider.
   */
  followUp?: string;
  /**
   * Why a revocation did not succeed, in the language of the caller. The item
   * stays undecided; sending the decision again tries again.
   */
  failure?: string;
  /** The access is the caller's own: somebody else decides about it. */
  isOwn?: boolean;
}

/** Where the items of one kind come from, and whether they could be had. @public */
export interface ReviewSource {
  kind: ReviewItemKind;
  /**
   * `pending`: nobody who may decide has opened the review yet. `failed`: the
   * list may not be complete, so the review cannot be completed.
   */
  state: 'pending' | 'gathered' | 'failed';
  /** Why it failed, in the language of the caller. */
  failure?: string;
  /** ISO 8601, UTC; last time it was asked. */
  gatheredAt?: string;
}

/** A review of who has access to what of a team (BIO2 5.18.02). @public */
export interface AccessReview {
  id: string;
  /** Entity ref; {@link PRIVILEGED_ROLES_TEAM} for the review of the privileged roles. */
  team: string;
  state: ReviewState;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** Entity ref; absent: started by the schedule. */
  startedBy?: string;
  /** ISO 8601, UTC. */
  dueAt: string;
  /** ISO 8601, UTC. */
  completedAt?: string;
  /** Entity ref. */
  completedBy?: string;
  itemCount: number;
  decidedCount: number;
  /** Only in the answer about one review. */
  items?: ReviewItem[];
  /** Only in the answer about one review. */
  sources?: ReviewSource[];
  /** What the caller may do with it now. */
  permissions: { decide: boolean };
}

/** @public */
export interface ReviewDecisionRequest {
  itemId: string;
  decision: ReviewDecision;
  /** Required for `revoke`. */
  reason?: string;
}

/** @public */
export interface RoleGrantRequest {
  role: RoleGrant['role'];
  subject: string;
  team?: string;
  reason: string;
  expiresAt?: string;
}

/**
 * What the permission policy needs to know. For backend plugins only.
 *
 * @public
 */
export interface PolicySnapshot {
  /** Grants that count now: from the configuration, and from the portal without the expired ones. */
  grants: RoleGrant[];
  /** Members whose team was revoked in a review and who are still in it at the identity provider. */
  revokedMembers: { userEntityRef: string; team: string }[];
}
