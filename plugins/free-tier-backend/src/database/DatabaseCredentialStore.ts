import type { Knex } from 'knex';
import type { CredentialRecord } from '../domain/ClusterRecord';
import type { CredentialStore } from './CredentialStore';
import { isUuid } from './isUuid';
import { toCredentialRecord, type DbMachineCredentialsRow } from './tables';

/** Machine credentials in PostgreSQL. @internal */
export class DatabaseCredentialStore implements CredentialStore {
  constructor(private readonly knex: Knex) {}

  async addCredential(
    credential: Omit<CredentialRecord, 'jti' | 'revokedAt'>,
  ): Promise<void> {
    await this.knex<DbMachineCredentialsRow>('machine_credentials').insert({
      id: credential.id,
      cluster_id: credential.clusterId,
      description: credential.description,
      created_by: credential.createdBy,
      created_at: credential.createdAt,
      expires_at: credential.expiresAt,
    });
  }

  async completeCredential(
    id: string,
    token: { expiresAt: Date; jti?: string },
  ): Promise<void> {
    await this.knex<DbMachineCredentialsRow>('machine_credentials')
      .where({ id })
      .update({ expires_at: token.expiresAt, jti: token.jti ?? null });
  }

  async listCredentials(clusterId: string): Promise<CredentialRecord[]> {
    const rows = await this.knex<DbMachineCredentialsRow>('machine_credentials')
      .where({ cluster_id: clusterId })
      .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }]);
    return rows.map(toCredentialRecord);
  }

  async getCredential(
    clusterId: string,
    id: string,
  ): Promise<CredentialRecord | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.knex<DbMachineCredentialsRow>('machine_credentials')
      .where({ cluster_id: clusterId, id })
      .first();
    return row && toCredentialRecord(row);
  }

  async markRevoked(id: string, now: Date): Promise<void> {
    await this.knex<DbMachineCredentialsRow>('machine_credentials')
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: now });
  }
}
