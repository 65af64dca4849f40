import type { Claims } from '../claims/readClaim';
import type { LastSignIn } from '../LastSignIns';
import type { SignInAttempt } from '../SignInAttempts';

/** What the browser keeps, sealed, between two visits. @internal */
export interface Session {
  id: string;
  /** Of the provider. */
  refreshToken: string;
  /** Who it is at the provider; a refresh may not turn somebody into somebody else. */
  subject: string;
  /** Entity ref; who it is in the portal. */
  userEntityRef: string;
  /** Milliseconds since 1970, of the sign-in at the portal. */
  signedInAt: number;
  /** Milliseconds since 1970, of the last use. */
  usedAt: number;
}

/** Somebody whom the provider vouches for. @internal */
export interface OidcProfile {
  subject: string;
  claims: Claims;
  /** What is going to be in the browser; its person is known once signed in. */
  session: Omit<Session, 'userEntityRef'>;
  /** Entity ref of who it was until now; only at a refresh. */
  refreshedFor?: string;
  /** While the provider is down: what the person has already. */
  last?: LastSignIn;
  attempt: SignInAttempt;
}
