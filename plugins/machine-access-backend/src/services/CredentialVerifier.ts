import type { MachineScope } from '@nerds/plugin-machine-access-common';

/** Why a credential does not count; for the audit log, not for who sent it. @internal */
export type RefusalReason =
  | 'unknown'
  | 'wrong-secret'
  | 'expired'
  | 'revoked'
  | 'invalid-token'
  | 'no-matching-identity'
  | 'ambiguous-identity';

/** Whose credential it is, and whether it counts. @internal */
export type Verdict =
  | { accepted: true; kind: CredentialKind; id: string; scope: MachineScope }
  | {
      accepted: false;
      kind: CredentialKind;
      reason: RefusalReason;
      /** Of the token or the workload identity, when it is known which. */
      id?: string;
      /** Entity ref. */
      team?: string;
    };

/** @internal */
export type CredentialKind = 'machine-token' | 'workload-identity';

/** Finds out whose credential something is. @internal */
export interface CredentialVerifier {
  /** @throws ServiceUnavailableError when it cannot be found out now */
  verify(credential: string, origin: { address?: string }): Promise<Verdict>;
}
