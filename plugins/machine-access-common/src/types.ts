/** @public */
export type MachineTokenState = 'active' | 'expired' | 'revoked';

/** A named token of a team, without its secret. @public */
export interface MachineToken {
  /** Also the name it acts under: `user:machine/<id>`. */
  id: string;
  name: string;
  /** Entity ref. */
  team: string;
  /** What it is for, in the words of who made it. */
  purpose?: string;
  /** Names of permissions; the token may do nothing else, and only for its team. */
  permissions: string[];
  state: MachineTokenState;
  /** Entity ref. */
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  /** ISO 8601, UTC; absent: never used. */
  lastUsedAt?: string;
  /** Address it was last used from. */
  lastUsedFrom?: string;
  /** ISO 8601, UTC. */
  revokedAt?: string;
  /** Entity ref. */
  revokedBy?: string;
  /** What the caller may do with it now. */
  actions: { revoke: boolean };
}

/** @public */
export interface MachineTokenRequest {
  name: string;
  team: string;
  permissions: string[];
  /** Whole days from now; mandatory. */
  lifetimeDays: number;
  purpose?: string;
}

/** The only answer that ever holds the secret. @public */
export interface CreatedMachineToken {
  token: MachineToken;
  /** Shown once; the portal keeps a hash. */
  secret: string;
}

/** A permission that a token can be given. @public */
export interface GrantablePermission {
  name: string;
  title: string;
  description: string;
}

/** A CI system whose own OIDC tokens are accepted, from the configuration. @public */
export interface WorkloadIdentity {
  id: string;
  title: string;
  issuer: string;
  audience: string;
  /** Entity ref. */
  team: string;
  permissions: string[];
  /** Claims that a token must have, each exactly or with `*` for any text. */
  claims: Record<string, string>;
}

/**
 * What a machine may do now. For backend plugins only.
 *
 * @public
 */
export interface MachineScope {
  /** Entity ref of the machine. */
  principal: string;
  /** Entity ref. */
  team: string;
  permissions: string[];
  /** ISO 8601, UTC. */
  expiresAt: string;
}
