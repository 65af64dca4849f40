import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  freeTierClusterCreatePermission,
  freeTierClusterUpdatePermission,
  freeTierOfferReadPermission,
  type KubeconfigRequest,
  type Team,
  type Tier,
} from '@nerds/plugin-free-tier-common';
import type { ClusterStore } from '../database/ClusterStore';
import type { ClusterRecord, CredentialRecord } from '../domain/ClusterRecord';
import {
  buildClusterNotFoundProblem,
  ProblemError,
} from '../domain/ProblemError';
import { buildNotAllowedProblem, ClusterGrants } from './ClusterGrants';
import type {
  Caller,
  CheckedRequest,
  ClusterHistory,
  ClusterQuery,
  ClusterRights,
  ClusterService,
  ClusterView,
  CreatedCluster,
  IssuedCredential,
  ParsedClusterRequest,
  RegionView,
} from './ClusterService';

/**
 * Lets a call through only when the policy says so, for a cluster under the
 * conditions that the policy gives. A cluster the caller may not see does not
 * exist for that caller.
 * @internal
 */
export class AuthorizedClusterService implements ClusterService {
  readonly #inner: ClusterService;
  readonly #store: Pick<ClusterStore, 'getCluster'>;
  readonly #permissions: PermissionsService;

  constructor(options: {
    inner: ClusterService;
    store: Pick<ClusterStore, 'getCluster'>;
    permissions: PermissionsService;
  }) {
    this.#inner = options.inner;
    this.#store = options.store;
    this.#permissions = options.permissions;
  }

  async listTiers(caller: Caller): Promise<Tier[]> {
    await this.#require(freeTierOfferReadPermission, caller);
    return this.#inner.listTiers(caller);
  }

  async listRegions(caller: Caller): Promise<RegionView[]> {
    await this.#require(freeTierOfferReadPermission, caller);
    return this.#inner.listRegions(caller);
  }

  async listTeams(caller: Caller): Promise<Team[]> {
    const [grants] = await Promise.all([
      this.#loadGrants(caller),
      this.#require(freeTierOfferReadPermission, caller),
    ]);
    return this.#inner.listTeams({
      ...caller,
      teams: grants.withoutRevoked(caller.teams),
    });
  }

  async listClusters(
    query: ClusterQuery,
    caller: Caller,
  ): Promise<ClusterView[]> {
    const grants = await this.#loadGrants(caller);
    const readable = grants.requireReadable();
    if (query.scope === 'all' && readable) throw buildNotAllowedProblem();
    const views = await this.#inner.listClusters(
      { ...query, readable },
      caller,
    );
    return views.map(view => toPermitted(view, grants));
  }

  async getCluster(id: string, caller: Caller): Promise<ClusterView> {
    const { grants } = await this.#requireVisible(id, caller);
    return toPermitted(await this.#inner.getCluster(id, caller), grants);
  }

  async checkCluster(
    request: ParsedClusterRequest,
    caller: Caller,
  ): Promise<CheckedRequest> {
    const { creator } = await this.#requireMayCreate(caller);
    return this.#inner.checkCluster(request, creator);
  }

  async createCluster(
    request: ParsedClusterRequest,
    options: { idempotencyKey?: string },
    caller: Caller,
  ): Promise<CreatedCluster> {
    const { creator, grants } = await this.#requireMayCreate(caller);
    const result = await this.#inner.createCluster(request, options, creator);
    return { ...result, view: toPermitted(result.view, grants) };
  }

  async deleteCluster(id: string, caller: Caller): Promise<ClusterView> {
    const { grants } = await this.#requireRight(id, 'delete', caller);
    return toPermitted(await this.#inner.deleteCluster(id, caller), grants);
  }

  async retryCluster(id: string, caller: Caller): Promise<ClusterView> {
    const { grants } = await this.#requireRight(id, 'retry', caller);
    return toPermitted(await this.#inner.retryCluster(id, caller), grants);
  }

  async getHistory(id: string, caller: Caller): Promise<ClusterHistory> {
    await this.#requireVisible(id, caller);
    return this.#inner.getHistory(id, caller);
  }

  async issueKubeconfig(
    id: string,
    request: KubeconfigRequest,
    caller: Caller,
  ): Promise<IssuedCredential> {
    await this.#requireRight(id, 'connect', caller);
    return this.#inner.issueKubeconfig(id, request, caller);
  }

  async listCredentials(
    id: string,
    caller: Caller,
  ): Promise<CredentialRecord[]> {
    await this.#requireVisible(id, caller);
    return this.#inner.listCredentials(id, caller);
  }

  async revokeCredential(
    id: string,
    credentialId: string,
    caller: Caller,
  ): Promise<void> {
    const { grants, cluster } = await this.#requireVisible(id, caller);
    if (!grants.may(freeTierClusterUpdatePermission, cluster)) {
      throw buildNotAllowedProblem();
    }
    await this.#inner.revokeCredential(id, credentialId, caller);
  }

  /** @returns the caller with the teams that clusters can be for */
  async #requireMayCreate(
    caller: Caller,
  ): Promise<{ creator: Caller; grants: ClusterGrants }> {
    const [grants] = await Promise.all([
      this.#loadGrants(caller),
      this.#require(freeTierClusterCreatePermission, caller),
    ]);
    const teams = grants.withoutRevoked(caller.teams);
    if (teams.length === 0) {
      throw new ProblemError({ status: 403, code: 'no-team' });
    }
    return { creator: { ...caller, teams }, grants };
  }

  async #requireVisible(
    id: string,
    caller: Caller,
  ): Promise<{ cluster: ClusterRecord; grants: ClusterGrants }> {
    const [grants, cluster] = await Promise.all([
      this.#loadGrants(caller),
      this.#store.getCluster(id),
    ]);
    grants.requireReadable();
    if (!cluster || !grants.sees(cluster)) {
      throw buildClusterNotFoundProblem(id);
    }
    return { cluster, grants };
  }

  async #requireRight(
    id: string,
    right: keyof ClusterRights,
    caller: Caller,
  ): Promise<{ cluster: ClusterRecord; grants: ClusterGrants }> {
    const visible = await this.#requireVisible(id, caller);
    if (!visible.grants.rightsTo(visible.cluster)[right]) {
      throw buildNotAllowedProblem();
    }
    return visible;
  }

  async #require(permission: BasicPermission, caller: Caller): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials: caller.credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw buildNotAllowedProblem();
    }
  }

  #loadGrants(caller: Caller): Promise<ClusterGrants> {
    return ClusterGrants.load(this.#permissions, caller);
  }
}

/** Both the state of the cluster and the rights of the caller have to allow it. */
function toPermitted(view: ClusterView, grants: ClusterGrants): ClusterView {
  const rights = grants.rightsTo(view.cluster);
  return {
    ...view,
    permissions: {
      connect: view.permissions.connect && rights.connect,
      retry: view.permissions.retry && rights.retry,
      delete: view.permissions.delete && rights.delete,
    },
  };
}
