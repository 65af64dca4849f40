import type { CredentialRecord } from '../domain/ClusterRecord';

/** Which machine credentials were handed out. @internal */
export interface CredentialStore {
  /**
   * Written down before the token is made, so that none can exist that nobody
   * knows of.
   */
  addCredential(
    credential: Omit<CredentialRecord, 'jti' | 'revokedAt'>,
  ): Promise<void>;

  /** What Kubernetes answered when the token was made. */
  completeCredential(
    id: string,
    token: { expiresAt: Date; jti?: string },
  ): Promise<void>;

  /** Newest first. */
  listCredentials(clusterId: string): Promise<CredentialRecord[]>;

  getCredential(
    clusterId: string,
    id: string,
  ): Promise<CredentialRecord | undefined>;

  /** Already revoked keeps its first instant. */
  markRevoked(id: string, now: Date): Promise<void>;
}
