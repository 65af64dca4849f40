import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  ClusterRequest,
  ClusterState,
  KubeconfigRequest,
  LocalizedText,
  Region,
  Team,
  TeamQuota,
  Tier,
  ClusterEvent,
} from '@nerds/plugin-free-tier-common';
import type { ClusterCriteria } from '../database/ClusterStore';
import type { ActivityRecord } from '../domain/activity';
import type { ClusterRecord, CredentialRecord } from '../domain/ClusterRecord';
import type { FieldFinding } from '../domain/ProblemError';

/** The signed-in person behind a call. @internal */
export interface Caller {
  credentials: BackstageCredentials;
  userEntityRef: string;
  /** Entity refs of the person's teams. */
  teams: string[];
  /** Where the call came from, for the audit log only; absent for an action. */
  auditRequest?: AuditorServiceCreateEventOptions['request'];
}

/** What a caller may do with a cluster now. @internal */
export interface ClusterRights {
  connect: boolean;
  retry: boolean;
  delete: boolean;
}

/** A cluster as a caller sees it. @internal */
export interface ClusterView {
  cluster: ClusterRecord;
  permissions: ClusterRights;
  /** URL of the Kubernetes API, once it is known. */
  server?: string;
}

/** `mine`: asked for by the caller; `teams`: of the caller's teams; `all`: of everyone. @internal */
export type ClusterScope = 'mine' | 'teams' | 'all';

/** @internal */
export interface ClusterQuery {
  scope: ClusterScope;
  state?: ClusterState;
  /** Entity ref of a team. */
  owner?: string;
  /** What the policy lets the caller see; absent: everything. */
  readable?: ClusterCriteria;
}

/** The fields of a request that are text, and what the parser found wrong with the others. @internal */
export interface ParsedClusterRequest {
  fields: Partial<ClusterRequest>;
  findings: FieldFinding[];
}

/** @internal */
export interface CheckedRequest {
  findings: FieldFinding[];
  teamQuota?: TeamQuota;
}

/** @internal */
export interface CreatedCluster {
  view: ClusterView;
  /** `false`: the same request was made before. */
  created: boolean;
}

/** @internal */
export interface ClusterHistory {
  activities: ActivityRecord[];
  kubernetesEvents: ClusterEvent[];
}

/** @internal */
export interface IssuedCredential {
  kubeconfig: Record<string, unknown>;
  cluster: ClusterRecord;
  /** Machine only. */
  id?: string;
  /** Machine only: ISO 8601 instant (UTC). */
  expiresAt?: string;
}

/** A region with its texts in every language. @internal */
export type RegionView = Omit<Region, 'message'> & { message?: LocalizedText };

/**
 * All that the API and the actions can do.
 *
 * @remarks
 * Every method throws `ProblemError` for what the caller can mend, and the
 * errors of `HostClusterErrors.ts` when the host cluster cannot be used now.
 *
 * @internal
 */
export interface ClusterService {
  listTiers(caller: Caller): Promise<Tier[]>;
  listRegions(caller: Caller): Promise<RegionView[]>;
  listTeams(caller: Caller): Promise<Team[]>;

  listClusters(query: ClusterQuery, caller: Caller): Promise<ClusterView[]>;
  getCluster(id: string, caller: Caller): Promise<ClusterView>;
  checkCluster(
    request: ParsedClusterRequest,
    caller: Caller,
  ): Promise<CheckedRequest>;
  createCluster(
    request: ParsedClusterRequest,
    options: { idempotencyKey?: string },
    caller: Caller,
  ): Promise<CreatedCluster>;
  deleteCluster(id: string, caller: Caller): Promise<ClusterView>;
  retryCluster(id: string, caller: Caller): Promise<ClusterView>;
  getHistory(id: string, caller: Caller): Promise<ClusterHistory>;

  issueKubeconfig(
    id: string,
    request: KubeconfigRequest,
    caller: Caller,
  ): Promise<IssuedCredential>;
  listCredentials(id: string, caller: Caller): Promise<CredentialRecord[]>;
  revokeCredential(
    id: string,
    credentialId: string,
    caller: Caller,
  ): Promise<void>;
}

/** Tells the reconciler that something is wanted, so that nobody waits for its next look. @internal */
export interface ReconcileTrigger {
  wake(clusterId: string): void;
}

/** Names of teams for people. @internal */
export interface TeamDirectory {
  /** @returns a title per entity ref; the bare name of the group where the catalog knows none */
  getTitles(
    teams: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>>;
}
