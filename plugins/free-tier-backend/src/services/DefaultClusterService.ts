import { createHash, randomUUID } from 'node:crypto';
import type {
  KubeconfigRequest,
  Team,
  Tier,
} from '@nerds/plugin-free-tier-common';
import type {
  ClusterStore,
  CreateClusterResult,
  NewCluster,
} from '../database/ClusterStore';
import type { CredentialStore } from '../database/CredentialStore';
import { buildKubernetesNamespaceName } from '../domain/buildKubernetesNamespaceName';
import {
  toTeamName,
  type ClusterRecord,
  type CredentialRecord,
} from '../domain/ClusterRecord';
import type { AcceptedClusterRequest } from '../domain/evaluateClusterRequest';
import type { FreeTierOptions } from '../domain/FreeTierOptions';
import {
  buildClusterNotFoundProblem,
  buildConflictProblem,
  buildValidationProblem,
  ProblemError,
} from '../domain/ProblemError';
import {
  buildNameTakenFinding,
  buildQuotaFullFinding,
  ClusterRequestChecker,
} from './ClusterRequestChecker';
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
  ReconcileTrigger,
  RegionView,
  TeamDirectory,
} from './ClusterService';
import { ClusterViewer } from './ClusterViewer';
import { KubeconfigIssuer } from './KubeconfigIssuer';
import { requireHostCluster, type HostClusters } from './requireHostCluster';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Most events of the ledger that are shown. */
const ACTIVITY_LIMIT = 200;

/** @internal */
export interface DefaultClusterServiceOptions {
  options: FreeTierOptions;
  store: ClusterStore;
  credentials: CredentialStore;
  hostClusters: HostClusters;
  trigger: ReconcileTrigger;
  teams: TeamDirectory;
  now: () => Date;
}

/**
 * What the API does, for a caller whose rights were checked before; see
 * `AuthorizedClusterService`.
 * @internal
 */
export class DefaultClusterService implements ClusterService {
  readonly #deps: DefaultClusterServiceOptions;
  readonly #checker: ClusterRequestChecker;
  readonly #viewer: ClusterViewer;
  readonly #issuer: KubeconfigIssuer;

  constructor(deps: DefaultClusterServiceOptions) {
    this.#deps = deps;
    this.#checker = new ClusterRequestChecker(deps.options, deps.store);
    this.#viewer = new ClusterViewer(deps.hostClusters);
    this.#issuer = new KubeconfigIssuer(deps);
  }

  async listTiers(): Promise<Tier[]> {
    return this.#deps.options.tiers.map(tier => ({
      name: tier.name,
      title: tier.title,
      description: tier.description,
      available: tier.available,
      ...(tier.available && {
        lifetimeDays: tier.lifetimeDays,
        clustersPerTeam: tier.clustersPerTeam,
      }),
      sizes: tier.sizes.map(({ name, title, description, quota }) => ({
        name,
        title,
        description,
        quota,
      })),
    }));
  }

  async listRegions(): Promise<RegionView[]> {
    return Promise.all(
      this.#deps.options.regions.map(
        async ({ name, title, simulatedNodes }) => {
          const { state, message, kubernetesVersion } =
            await requireHostCluster(
              this.#deps.hostClusters,
              name,
            ).getAvailability();
          return {
            name,
            title,
            state,
            message,
            kubernetesVersion,
            simulatedNodes,
          };
        },
      ),
    );
  }

  async listTeams(caller: Caller): Promise<Team[]> {
    const [titles, quotas] = await Promise.all([
      this.#deps.teams.getTitles(caller.teams, caller.credentials),
      this.#checker.listTeamQuotas(caller.teams),
    ]);
    return caller.teams.map(owner => ({
      owner,
      title: titles.get(owner) ?? toTeamName(owner),
      quotas: quotas.filter(quota => quota.owner === owner),
    }));
  }

  async listClusters(
    query: ClusterQuery,
    caller: Caller,
  ): Promise<ClusterView[]> {
    const { scope, owner, readable, state } = query;
    const teams = scope === 'all' ? undefined : caller.teams;
    const isAsked = (team: string) => teams?.includes(team) ?? true;
    const clusters = await this.#deps.store.listClusters({
      ownerRefs: owner ? [owner].filter(isAsked) : teams,
      readable,
      createdBy: scope === 'mine' ? caller.userEntityRef : undefined,
      state,
    });
    return Promise.all(clusters.map(cluster => this.#viewer.toView(cluster)));
  }

  async getCluster(id: string): Promise<ClusterView> {
    return this.#viewer.toViewWithUsage(await this.#requireCluster(id));
  }

  async checkCluster(
    request: ParsedClusterRequest,
    caller: Caller,
  ): Promise<CheckedRequest> {
    return this.#checker.checkRequest(request, caller, this.#deps.now());
  }

  async createCluster(
    request: ParsedClusterRequest,
    { idempotencyKey }: { idempotencyKey?: string },
    caller: Caller,
  ): Promise<CreatedCluster> {
    const { accepted, findings } = this.#checker.evaluate(request, caller);
    if (!accepted || findings.length > 0) {
      throw buildValidationProblem(findings);
    }
    const now = this.#deps.now();
    const result = await this.#deps.store.createCluster(
      this.#buildNewCluster(accepted, caller, now),
      {
        limit: accepted.tier.clustersPerTeam,
        nameFreeWhenDeletedBefore: this.#checker.nameFreeWhenDeletedBefore(now),
        idempotency: idempotencyKey
          ? { key: idempotencyKey, requestHash: hashRequest(accepted) }
          : undefined,
      },
    );
    const cluster = requireBooked(result, accepted);
    const created = result.outcome === 'created';
    if (created) this.#deps.trigger.wake(cluster.id);
    return { view: await this.#viewer.toView(cluster), created };
  }

  async deleteCluster(id: string, caller: Caller): Promise<ClusterView> {
    const cluster = await this.#deps.store.requestDeletion(id, {
      actor: caller.userEntityRef,
      now: this.#deps.now(),
    });
    if (!cluster) throw buildClusterNotFoundProblem(id);
    this.#deps.trigger.wake(id);
    return this.#viewer.toView(cluster);
  }

  async retryCluster(id: string, caller: Caller): Promise<ClusterView> {
    const now = this.#deps.now();
    const cluster = await this.#deps.store.requestRetry(id, {
      actor: caller.userEntityRef,
      now,
      deadlineAt: this.#deadlineAfter(now),
    });
    if (!cluster) {
      const { name, state } = await this.#requireCluster(id);
      throw new ProblemError({
        status: 409,
        code: 'cluster-not-failed',
        values: { name, state },
      });
    }
    this.#deps.trigger.wake(id);
    return this.#viewer.toView(cluster);
  }

  async getHistory(id: string): Promise<ClusterHistory> {
    const cluster = await this.#requireCluster(id);
    const [activities, kubernetesEvents] = await Promise.all([
      this.#deps.store.listActivity(id, ACTIVITY_LIMIT),
      this.#viewer.listEvents(cluster),
    ]);
    return { activities, kubernetesEvents };
  }

  async issueKubeconfig(
    id: string,
    request: KubeconfigRequest,
    caller: Caller,
  ): Promise<IssuedCredential> {
    return this.#issuer.issueKubeconfig(
      await this.#requireCluster(id),
      request,
      caller.userEntityRef,
    );
  }

  async listCredentials(id: string): Promise<CredentialRecord[]> {
    return this.#issuer.listCredentials(id);
  }

  async revokeCredential(
    id: string,
    credentialId: string,
    caller: Caller,
  ): Promise<void> {
    await this.#issuer.revokeCredential(
      await this.#requireCluster(id),
      credentialId,
      caller.userEntityRef,
    );
  }

  #buildNewCluster(
    { name, ownerRef, tier, size, region, purpose }: AcceptedClusterRequest,
    caller: Caller,
    now: Date,
  ): NewCluster {
    const id = randomUUID();
    const team = toTeamName(ownerRef);
    return {
      id,
      name,
      ownerRef,
      tier: tier.name,
      size: {
        name: size.name,
        quota: size.quota,
        limitRange: size.limitRange,
      },
      region,
      purpose,
      kubernetesNamespace: buildKubernetesNamespaceName({ id, team, name }),
      createdBy: caller.userEntityRef,
      createdAt: now,
      expiresAt: new Date(now.getTime() + tier.lifetimeDays * DAY_MS),
      deadlineAt: this.#deadlineAfter(now),
    };
  }

  #deadlineAfter(now: Date): Date {
    return new Date(now.getTime() + this.#deps.options.provisioningDeadlineMs);
  }

  async #requireCluster(id: string): Promise<ClusterRecord> {
    const cluster = await this.#deps.store.getCluster(id);
    if (!cluster) throw buildClusterNotFoundProblem(id);
    return cluster;
  }
}

function requireBooked(
  result: CreateClusterResult,
  { name, ownerRef, tier }: AcceptedClusterRequest,
): ClusterRecord {
  switch (result.outcome) {
    case 'created':
    case 'repeated':
      return result.cluster;
    case 'name-taken':
      throw buildConflictProblem(buildNameTakenFinding(name));
    case 'quota-full':
      throw buildConflictProblem(
        buildQuotaFullFinding(ownerRef, tier.clustersPerTeam),
      );
    case 'key-reused':
      throw new ProblemError({ status: 409, code: 'idempotency-key-reused' });
    default:
      return result satisfies never;
  }
}

/** Tells two requests apart that were sent with one idempotency key. */
function hashRequest(request: AcceptedClusterRequest): string {
  const { name, ownerRef, tier, size, region, purpose } = request;
  return createHash('sha256')
    .update(
      JSON.stringify([name, ownerRef, tier.name, size.name, region, purpose]),
    )
    .digest('hex');
}
