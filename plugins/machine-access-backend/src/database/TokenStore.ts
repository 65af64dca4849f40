import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { MachineTokenState } from '@nerds/plugin-machine-access-common';
import type { MachineTokenRecord } from '../domain/MachineTokenRecord';

/** Tokens of any of these teams. @internal */
export interface TokenFilter {
  /** Entity refs. */
  teams: string[];
}

/** @internal */
export interface TokenQuery {
  id?: string;
  /** Entity ref. */
  team?: string;
  state?: MachineTokenState;
  /** Which the caller may see; absent: all. */
  readable?: PermissionCriteria<TokenFilter>;
}

/** A token that does not exist yet. @internal */
export type NewToken = Pick<
  MachineTokenRecord,
  | 'id'
  | 'name'
  | 'team'
  | 'purpose'
  | 'permissions'
  | 'createdBy'
  | 'createdAt'
  | 'expiresAt'
> & { secretHash: Buffer };

/** Where the tokens are kept. @internal */
export interface TokenStore {
  /** @returns undefined when the team has a valid token of that name */
  insertToken(token: NewToken): Promise<MachineTokenRecord | undefined>;

  /** Newest first. */
  listTokens(query: TokenQuery, now: Date): Promise<MachineTokenRecord[]>;

  /** Tokens by their ids, in the order of the ids. */
  getTokens(ids: string[]): Promise<(MachineTokenRecord | undefined)[]>;

  /** The only way to the hash of a secret. */
  getTokenWithHash(
    id: string,
  ): Promise<{ token: MachineTokenRecord; secretHash: Buffer } | undefined>;

  /** Writes down a use, at most once per interval: a busy pipeline must not become a busy table. */
  recordUse(
    id: string,
    use: { at: Date; address?: string; unlessAfter: Date },
  ): Promise<void>;

  /** @returns the token, also when it had been revoked before */
  revokeToken(
    id: string,
    revocation: { by: string; at: Date },
  ): Promise<MachineTokenRecord | undefined>;

  /**
   * Tokens that end within so many days and whose team does not know yet; the
   * caller is the one that tells.
   */
  claimReminders(days: number, now: Date): Promise<MachineTokenRecord[]>;

  /** For a reminder that could not be sent. */
  returnReminder(id: string, days: number): Promise<void>;
}
