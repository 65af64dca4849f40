import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  freeTierClusterConnectPermission,
  freeTierClusterDeletePermission,
  freeTierClusterPermissions,
  freeTierClusterReadPermission,
  freeTierClusterUpdatePermission,
} from '@nerds/plugin-free-tier-common';
import type { ClusterCriteria } from '../database/ClusterStore';
import { ProblemError } from '../domain/ProblemError';
import {
  isClusterAuthorized,
  toClusterCriteria,
  type OwnedCluster,
} from '../permissions/clusterRules';
import type { Caller, ClusterRights } from './ClusterService';

/**
 * What the policy lets one caller do with clusters, asked once per call.
 *
 * @remarks
 * The conditions of the policy are held against a cluster here instead of over
 * HTTP: the decision is the same, and a list of a thousand costs no request more.
 *
 * @internal
 */
export class ClusterGrants {
  /** Conditions look at the owner only, so a list needs one look per team. */
  readonly #rights = new Map<string, ClusterRights>();

  private constructor(
    private readonly decisions: ReadonlyMap<string, PolicyDecision>,
  ) {}

  /** One question for all permissions: they travel to the policy together. */
  static async load(
    permissions: PermissionsService,
    caller: Caller,
  ): Promise<ClusterGrants> {
    const decisions = await permissions.authorizeConditional(
      freeTierClusterPermissions.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
    return new ClusterGrants(
      new Map(
        freeTierClusterPermissions.map(({ name }, index) => [
          name,
          decisions[index],
        ]),
      ),
    );
  }

  /**
   * Which clusters the caller may see, for the database.
   *
   * @returns undefined when that is all of them
   * @throws ProblemError `not-allowed` when it is none, whatever they are
   */
  requireReadable(): ClusterCriteria | undefined {
    const decision = this.decisions.get(freeTierClusterReadPermission.name);
    switch (decision?.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        return toClusterCriteria(decision.conditions);
      default:
        throw buildNotAllowedProblem();
    }
  }

  sees(cluster: OwnedCluster): boolean {
    return this.may(freeTierClusterReadPermission, cluster);
  }

  may(
    permission: ResourcePermission<'free-tier-cluster'>,
    cluster: OwnedCluster,
  ): boolean {
    const decision = this.decisions.get(permission.name);
    return decision !== undefined && isClusterAuthorized(decision, cluster);
  }

  /**
   * The own teams without those that the policy gives the caller no say in: who
   * was put out of a team in a review may still be in it at the identity provider.
   */
  withoutRevoked(teams: string[]): string[] {
    const conditional = [...this.decisions.values()].filter(
      ({ result }) => result === AuthorizeResult.CONDITIONAL,
    );
    // A machine that may do nothing but ask for clusters: nothing to tell by.
    if (conditional.length === 0) return teams;
    return teams.filter(ownerRef =>
      conditional.some(decision => isClusterAuthorized(decision, { ownerRef })),
    );
  }

  rightsTo({ ownerRef }: OwnedCluster): ClusterRights {
    const known = this.#rights.get(ownerRef);
    if (known) return known;
    const rights = {
      connect: this.may(freeTierClusterConnectPermission, { ownerRef }),
      retry: this.may(freeTierClusterUpdatePermission, { ownerRef }),
      delete: this.may(freeTierClusterDeletePermission, { ownerRef }),
    };
    this.#rights.set(ownerRef, rights);
    return rights;
  }
}

/** @internal */
export function buildNotAllowedProblem(): ProblemError {
  return new ProblemError({ status: 403, code: 'not-allowed' });
}
