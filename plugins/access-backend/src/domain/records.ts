import type { GrantableRole } from '@nerds/plugin-access-common';

/** A role that was given in the portal. @internal */
export interface GrantRecord {
  id: string;
  role: GrantableRole;
  /** Entity ref. */
  subject: string;
  /** Entity ref; absent: every own team of the holder. */
  team?: string;
  reason: string;
  /** Entity ref. */
  grantedBy: string;
  grantedAt: Date;
  expiresAt?: Date;
}

/** Somebody who has signed in. @internal */
export interface PersonRecord {
  /** Entity ref. */
  ref: string;
  displayName?: string;
  /** Entity refs, as the identity provider said last. */
  teams: string[];
  lastSignInAt: Date;
}

/** Somebody whom a review took out of a team. @internal */
export interface RevokedMember {
  userRef: string;
  team: string;
}
