import type { MachineTokenState } from '@nerds/plugin-machine-access-common';

/** A named token as it is kept, without anything of its secret. @internal */
export interface MachineTokenRecord {
  id: string;
  name: string;
  /** Entity ref. */
  team: string;
  purpose?: string;
  permissions: string[];
  /** Entity ref. */
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
  /** Entity ref. */
  revokedBy?: string;
  lastUsedAt?: Date;
  lastUsedFrom?: string;
}

/** Revoked counts before expired: somebody meant it. @internal */
export function evaluateTokenState(
  token: Pick<MachineTokenRecord, 'revokedAt' | 'expiresAt'>,
  now: Date,
): MachineTokenState {
  if (token.revokedAt) return 'revoked';
  return token.expiresAt <= now ? 'expired' : 'active';
}
