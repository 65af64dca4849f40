import type { AuditorService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { MachineTokenRequest } from '@nerds/plugin-machine-access-common';
import type { TokenQuery } from '../database/TokenStore';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';
import type {
  Caller,
  CreatedToken,
  TokenService,
  TokenView,
} from './TokenService';

/**
 * Writes every change and every refusal to the audit log. A look that is let
 * through is not written down, and a secret never is.
 *
 * @internal
 */
export class AuditedTokenService implements TokenService {
  constructor(
    private readonly inner: TokenService,
    private readonly auditor: AuditorService,
  ) {}

  async listTokens(query: TokenQuery, caller: Caller): Promise<TokenView[]> {
    const meta = query.team === undefined ? {} : { team: query.team };
    return this.#auditRefusal('machine-tokens-read', meta, caller, () =>
      this.inner.listTokens(query, caller),
    );
  }

  async getToken(id: string, caller: Caller): Promise<TokenView> {
    const meta = { object: toObject(id) };
    return this.#auditRefusal('machine-token-read', meta, caller, () =>
      this.inner.getToken(id, caller),
    );
  }

  async createToken(
    request: MachineTokenRequest,
    caller: Caller,
  ): Promise<CreatedToken> {
    const { name, team, permissions, lifetimeDays } = request;
    return this.#auditChange(
      'machine-token-create',
      { name, team, permissions, lifetimeDays },
      caller,
      () => this.inner.createToken(request, caller),
      ({ view }) => ({
        object: toObject(view.token.id),
        expiresAt: view.token.expiresAt.toISOString(),
      }),
    );
  }

  async revokeToken(id: string, caller: Caller): Promise<TokenView> {
    return this.#auditChange(
      'machine-token-revoke',
      { object: toObject(id) },
      caller,
      () => this.inner.revokeToken(id, caller),
      ({ token }) => ({ name: token.name, team: token.team }),
    );
  }

  async listWorkloadIdentities(
    caller: Caller,
  ): Promise<WorkloadIdentityOptions[]> {
    return this.#auditRefusal('workload-identities-read', {}, caller, () =>
      this.inner.listWorkloadIdentities(caller),
    );
  }

  async #auditChange<T>(
    eventId: string,
    meta: JsonObject,
    caller: Caller,
    change: () => Promise<T>,
    toMeta: (result: T) => JsonObject,
  ): Promise<T> {
    const event = await this.auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request: caller.auditRequest,
      meta: { ...meta, actor: caller.userEntityRef },
    });
    try {
      const result = await change();
      await event.success({ meta: toMeta(result) });
      return result;
    } catch (error) {
      await event.fail({ error: toAuditError(error) });
      throw error;
    }
  }

  async #auditRefusal<T>(
    eventId: string,
    meta: JsonObject,
    caller: Caller,
    look: () => Promise<T>,
  ): Promise<T> {
    try {
      return await look();
    } catch (error) {
      const event = await this.auditor.createEvent({
        eventId,
        severityLevel: 'low',
        request: caller.auditRequest,
        meta: { ...meta, actor: caller.userEntityRef },
      });
      await event.fail({ error: toAuditError(error) });
      throw error;
    }
  }
}

function toObject(id: string): string {
  return `machine-token:${id}`;
}

function toAuditError(error: unknown): Error {
  return isError(error) ? (error as Error) : new Error(String(error));
}
