import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  freeTierClusterConnectPermission,
  freeTierClusterCreatePermission,
  freeTierClusterDeletePermission,
  freeTierClusterManageAllPermission,
  freeTierClusterReadAllPermission,
  freeTierClusterReadPermission,
  freeTierClusterUpdatePermission,
  freeTierPermissions,
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

/** What one caller is allowed, asked once per call. */
class Grants {
  constructor(
    private readonly allowed: ReadonlySet<string>,
    private readonly caller: Caller,
  ) {}

  has(permission: BasicPermission): boolean {
    return this.allowed.has(permission.name);
  }

  require(permission: BasicPermission): void {
    if (!this.has(permission)) throw buildNotAllowedProblem();
  }

  owns(cluster: ClusterRecord): boolean {
    return this.caller.teams.includes(cluster.ownerRef);
  }

  sees(cluster: ClusterRecord): boolean {
    return (
      this.has(freeTierClusterReadPermission) &&
      (this.owns(cluster) || this.has(freeTierClusterReadAllPermission))
    );
  }

  /** Whoever runs the platform may mend and clear away, but never gets in: that is the team's. */
  rightsTo(cluster: ClusterRecord): ClusterRights {
    const owns = this.owns(cluster);
    const managesAll = this.has(freeTierClusterManageAllPermission);
    return {
      connect: owns && this.has(freeTierClusterConnectPermission),
      retry: managesAll || (owns && this.has(freeTierClusterUpdatePermission)),
      delete: managesAll || (owns && this.has(freeTierClusterDeletePermission)),
    };
  }
}

function buildNotAllowedProblem(): ProblemError {
  return new ProblemError({ status: 403, code: 'not-allowed' });
}

/**
 * Lets a call through only when a permission and, for a cluster, ownership say
 * so. A cluster the caller may not see does not exist for that caller.
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
    (await this.#evaluate(caller)).require(freeTierClusterReadPermission);
    return this.#inner.listTiers(caller);
  }

  async listRegions(caller: Caller): Promise<RegionView[]> {
    (await this.#evaluate(caller)).require(freeTierClusterReadPermission);
    return this.#inner.listRegions(caller);
  }

  async listTeams(caller: Caller): Promise<Team[]> {
    (await this.#evaluate(caller)).require(freeTierClusterReadPermission);
    return this.#inner.listTeams(caller);
  }

  async listClusters(
    query: ClusterQuery,
    caller: Caller,
  ): Promise<ClusterView[]> {
    const grants = await this.#evaluate(caller);
    grants.require(freeTierClusterReadPermission);
    if (query.scope === 'all') grants.require(freeTierClusterReadAllPermission);
    const views = await this.#inner.listClusters(query, caller);
    return views
      .filter(view => grants.sees(view.cluster))
      .map(view => toPermitted(view, grants));
  }

  async getCluster(id: string, caller: Caller): Promise<ClusterView> {
    const { grants } = await this.#requireVisible(id, caller);
    return toPermitted(await this.#inner.getCluster(id, caller), grants);
  }

  async checkCluster(
    request: ParsedClusterRequest,
    caller: Caller,
  ): Promise<CheckedRequest> {
    await this.#requireMayCreate(caller);
    return this.#inner.checkCluster(request, caller);
  }

  async createCluster(
    request: ParsedClusterRequest,
    options: { idempotencyKey?: string },
    caller: Caller,
  ): Promise<CreatedCluster> {
    const grants = await this.#requireMayCreate(caller);
    const result = await this.#inner.createCluster(request, options, caller);
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
    const isAllowed =
      grants.rightsTo(cluster).connect ||
      grants.has(freeTierClusterManageAllPermission);
    if (!isAllowed) throw buildNotAllowedProblem();
    await this.#inner.revokeCredential(id, credentialId, caller);
  }

  async #requireMayCreate(caller: Caller): Promise<Grants> {
    const grants = await this.#evaluate(caller);
    grants.require(freeTierClusterCreatePermission);
    if (caller.teams.length === 0) {
      throw new ProblemError({ status: 403, code: 'no-team' });
    }
    return grants;
  }

  async #requireVisible(
    id: string,
    caller: Caller,
  ): Promise<{ cluster: ClusterRecord; grants: Grants }> {
    const [grants, cluster] = await Promise.all([
      this.#evaluate(caller),
      this.#store.getCluster(id),
    ]);
    grants.require(freeTierClusterReadPermission);
    if (!cluster || !grants.sees(cluster)) {
      throw buildClusterNotFoundProblem(id);
    }
    return { cluster, grants };
  }

  async #requireRight(
    id: string,
    right: keyof ClusterRights,
    caller: Caller,
  ): Promise<{ cluster: ClusterRecord; grants: Grants }> {
    const visible = await this.#requireVisible(id, caller);
    if (!visible.grants.rightsTo(visible.cluster)[right]) {
      throw buildNotAllowedProblem();
    }
    return visible;
  }

  /** One question for all permissions: they travel to the policy together. */
  async #evaluate(caller: Caller): Promise<Grants> {
    const decisions = await this.#permissions.authorize(
      freeTierPermissions.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
    const allowed = freeTierPermissions
      .filter((_, index) => decisions[index].result === AuthorizeResult.ALLOW)
      .map(permission => permission.name);
    return new Grants(new Set(allowed), caller);
  }
}

/** Both the state of the cluster and the rights of the caller have to allow it. */
function toPermitted(view: ClusterView, grants: Grants): ClusterView {
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
