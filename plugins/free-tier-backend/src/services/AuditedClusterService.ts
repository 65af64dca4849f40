import type { AuditorService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  KubeconfigRequest,
  Team,
  Tier,
} from '@nerds/plugin-free-tier-common';
import type { CredentialRecord } from '../domain/ClusterRecord';
import type {
  Caller,
  CheckedRequest,
  ClusterHistory,
  ClusterQuery,
  ClusterService,
  ClusterView,
  CreatedCluster,
  IssuedCredential,
  ParsedClusterRequest,
  RegionView,
} from './ClusterService';

type AuditedEvent = {
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high';
  meta?: JsonObject;
};

/**
 * Writes every change and every refusal to the audit log, with who asked and
 * for what. A look that is let through is not written down.
 * @internal
 */
export class AuditedClusterService implements ClusterService {
  constructor(
    private readonly inner: ClusterService,
    private readonly auditor: AuditorService,
  ) {}

  async listTiers(caller: Caller): Promise<Tier[]> {
    return this.#auditRefusal(caller, { queryType: 'tiers' }, () =>
      this.inner.listTiers(caller),
    );
  }

  async listRegions(caller: Caller): Promise<RegionView[]> {
    return this.#auditRefusal(caller, { queryType: 'regions' }, () =>
      this.inner.listRegions(caller),
    );
  }

  async listTeams(caller: Caller): Promise<Team[]> {
    return this.#auditRefusal(caller, { queryType: 'teams' }, () =>
      this.inner.listTeams(caller),
    );
  }

  async listClusters(
    query: ClusterQuery,
    caller: Caller,
  ): Promise<ClusterView[]> {
    const meta = { queryType: 'clusters', scope: query.scope };
    return this.#auditRefusal(caller, meta, () =>
      this.inner.listClusters(query, caller),
    );
  }

  async getCluster(id: string, caller: Caller): Promise<ClusterView> {
    const meta = async () => ({
      queryType: 'cluster',
      ...(await this.#describe(id, caller)),
    });
    return this.#auditRefusal(caller, meta, () =>
      this.inner.getCluster(id, caller),
    );
  }

  async checkCluster(
    request: ParsedClusterRequest,
    caller: Caller,
  ): Promise<CheckedRequest> {
    return this.#auditRefusal(caller, { queryType: 'cluster-check' }, () =>
      this.inner.checkCluster(request, caller),
    );
  }

  async createCluster(
    request: ParsedClusterRequest,
    options: { idempotencyKey?: string },
    caller: Caller,
  ): Promise<CreatedCluster> {
    const { name, owner, tier, size, region } = request.fields;
    return this.#auditChange(
      caller,
      {
        eventId: 'cluster-create',
        severityLevel: 'medium',
        meta: { name, owner, tier, size, region },
      },
      () => this.inner.createCluster(request, options, caller),
      ({ view, created }) => ({ clusterId: view.cluster.id, created }),
    );
  }

  async deleteCluster(id: string, caller: Caller): Promise<ClusterView> {
    return this.#auditChange(
      caller,
      {
        eventId: 'cluster-delete',
        severityLevel: 'high',
        meta: await this.#describe(id, caller),
      },
      () => this.inner.deleteCluster(id, caller),
    );
  }

  async retryCluster(id: string, caller: Caller): Promise<ClusterView> {
    return this.#auditChange(
      caller,
      {
        eventId: 'cluster-retry',
        severityLevel: 'medium',
        meta: await this.#describe(id, caller),
      },
      () => this.inner.retryCluster(id, caller),
    );
  }

  async getHistory(id: string, caller: Caller): Promise<ClusterHistory> {
    const meta = async () => ({
      queryType: 'cluster-history',
      ...(await this.#describe(id, caller)),
    });
    return this.#auditRefusal(caller, meta, () =>
      this.inner.getHistory(id, caller),
    );
  }

  async issueKubeconfig(
    id: string,
    request: KubeconfigRequest,
    caller: Caller,
  ): Promise<IssuedCredential> {
    return this.#auditChange(
      caller,
      {
        eventId: 'kubeconfig-issue',
        severityLevel: 'high',
        meta: { ...(await this.#describe(id, caller)), kind: request.kind },
      },
      () => this.inner.issueKubeconfig(id, request, caller),
      issued => ({ credentialId: issued.id, expiresAt: issued.expiresAt }),
    );
  }

  async listCredentials(
    id: string,
    caller: Caller,
  ): Promise<CredentialRecord[]> {
    const meta = async () => ({
      queryType: 'cluster-credentials',
      ...(await this.#describe(id, caller)),
    });
    return this.#auditRefusal(caller, meta, () =>
      this.inner.listCredentials(id, caller),
    );
  }

  async revokeCredential(
    id: string,
    credentialId: string,
    caller: Caller,
  ): Promise<void> {
    await this.#auditChange(
      caller,
      {
        eventId: 'kubeconfig-revoke',
        severityLevel: 'high',
        meta: { ...(await this.#describe(id, caller)), credentialId },
      },
      () => this.inner.revokeCredential(id, credentialId, caller),
    );
  }

  async #auditChange<T>(
    caller: Caller,
    event: AuditedEvent,
    change: () => Promise<T>,
    toMeta: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    const audited = await this.#createEvent(caller, event);
    try {
      const result = await change();
      await audited.success({ meta: toMeta(result) });
      return result;
    } catch (error) {
      await audited.fail({ error: toAuditError(error) });
      throw error;
    }
  }

  async #auditRefusal<T>(
    caller: Caller,
    meta: JsonObject | (() => Promise<JsonObject>),
    look: () => Promise<T>,
  ): Promise<T> {
    try {
      return await look();
    } catch (error) {
      const audited = await this.#createEvent(caller, {
        eventId: 'fetch',
        severityLevel: 'low',
        meta: typeof meta === 'function' ? await meta() : meta,
      });
      await audited.fail({ error: toAuditError(error) });
      throw error;
    }
  }

  /**
   * Whose cluster it is, so that the team sees what was done with it. Not for
   * whom it does not exist: people read their own lines of the audit log, and
   * would find it there.
   */
  async #describe(id: string, caller: Caller): Promise<JsonObject> {
    try {
      const { cluster } = await this.inner.getCluster(id, caller);
      return { clusterId: id, owner: cluster.ownerRef, name: cluster.name };
    } catch {
      // the act itself fails in the same way, and is on record with its reason
      return { clusterId: id };
    }
  }

  /** An action has no request to tell who asks, so the person is named in any case. */
  #createEvent(caller: Caller, { meta, ...event }: AuditedEvent) {
    return this.auditor.createEvent({
      ...event,
      request: caller.auditRequest,
      meta: { ...meta, user: caller.userEntityRef },
    });
  }
}

function toAuditError(error: unknown): Error {
  return isError(error) ? (error as Error) : new Error(String(error));
}
