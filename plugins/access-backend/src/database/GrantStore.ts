import type { GrantRecord } from '../domain/records';

/** @internal */
export type RevokeGrantResult =
  | { outcome: 'revoked'; grant: GrantRecord }
  /** There is none, or it has ended already. */
  | { outcome: 'not-found' }
  /** It is the last that makes somebody administrator. */
  | { outcome: 'last-administrator' };

/** Roles given in the portal. @internal */
export interface GrantStore {
  /** The grants that count now, oldest first. */
  listGrants(now: Date): Promise<GrantRecord[]>;

  /** @returns false when the subject has this role already */
  createGrant(grant: GrantRecord): Promise<boolean>;

  /**
   * Ends a grant; its row stays.
   *
   * @param options - `keepAdministrator`: refuse to take the last
   *   administrator away
   */
  revokeGrant(
    id: string,
    options: { actor: string; now: Date; keepAdministrator: boolean },
  ): Promise<RevokeGrantResult>;
}
